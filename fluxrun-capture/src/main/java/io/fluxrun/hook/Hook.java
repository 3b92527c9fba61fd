package io.fluxrun.hook;

import org.jspecify.annotations.Nullable;

/**
 * Runs before and after an intercepted method. Whatever a hook throws is counted and kept from the application; to make
 * the application see an exception a hook answers with {@link #fail}. Thread-safe.
 */
public interface Hook {
    /**
     * Called once for each method this hook is put into, before that method can run; returns the hook for it.
     *
     * @param type binary name of the class that declares the method
     * @param descriptor in the JVM's form: {@code (Ljava/lang/String;)V}
     */
    default Hook at(String type, String method, String descriptor) {
        return this;
    }

    /**
     * Returns whether {@link #enter} returns {@code null} wherever {@code Scope.current()} does: the hook is then not even
     * called there, and nothing is allocated for it. Asked once for each method.
     */
    default boolean inLaneOnly() {
        return false;
    }

    /**
     * Called before the method. The elements of {@code arguments} may be replaced.
     *
     * @param self {@code null} in a static method
     * @return {@code null}: not interested, {@link #exit} is not called; {@link #answer} or {@link #fail}: the method is
     *     skipped, {@code exit} is not called; anything else is handed to {@code exit}
     */
    @Nullable
    Object enter(@Nullable Object self, @Nullable Object[] arguments) throws Throwable;

    /**
     * Called after the method when {@link #enter} returned a token.
     *
     * @param result {@code null} when it threw or is void
     * @param thrown {@code null} when it returned
     * @return {@code null}: leave the result alone; {@link #answer} or {@link #fail}: replace it
     */
    default Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown)
            throws Throwable {
        return null;
    }

    /** The method's result, instead of running it. */
    @SuppressWarnings("NullAway") // the bridge protocol is an array {result, thrown} with one of them null
    static Object[] answer(@Nullable Object result) {
        return new Object[] {result, null};
    }

    /** What the method throws, instead of running it. */
    @SuppressWarnings("NullAway")
    static Object[] fail(Throwable thrown) {
        return new Object[] {null, thrown};
    }
}
