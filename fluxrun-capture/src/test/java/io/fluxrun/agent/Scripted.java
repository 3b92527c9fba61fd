package io.fluxrun.agent;

import io.fluxrun.hook.Hook;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hook that does as it is told on the threads it was told on, and keeps what it saw. */
final class Scripted implements Hook {
    interface Enter {
        @Nullable
        Object at(@Nullable Object self, @Nullable Object[] arguments) throws Throwable;
    }

    interface Exit {
        Object @Nullable [] at(@Nullable Object result, @Nullable Throwable thrown) throws Throwable;
    }

    final List<@Nullable Object> seen = new ArrayList<>();
    private final ThreadLocal<Enter> enter = new ThreadLocal<>();
    private final ThreadLocal<Exit> exit = new ThreadLocal<>();
    private boolean lanesOnly;

    Scripted before(Enter script) {
        enter.set(script);
        return this;
    }

    Scripted after(Exit script) {
        exit.set(script);
        return before((self, arguments) -> "token");
    }

    /** Makes it a hook for lanes only. */
    Scripted inLanes() {
        lanesOnly = true;
        return this;
    }

    @Override
    public boolean inLaneOnly() {
        return lanesOnly;
    }

    void rest() {
        enter.remove();
        exit.remove();
        seen.clear();
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) throws Throwable {
        return enter.get() == null ? null : enter.get().at(self, arguments);
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown)
            throws Throwable {
        seen.add(token);
        seen.add(thrown == null ? result : thrown);
        return exit.get() == null ? null : exit.get().at(result, thrown);
    }
}
