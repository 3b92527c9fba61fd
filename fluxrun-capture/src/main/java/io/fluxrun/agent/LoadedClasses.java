package io.fluxrun.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.function.Predicate;

/** Classes that were loaded before the hooks were installed. */
final class LoadedClasses {
    private LoadedClasses() {}

    /** Has the JVM offer those that are of interest to the transformers again. */
    static void retransform(Instrumentation instrumentation, Predicate<Class<?>> interest) {
        var classes = new ArrayList<Class<?>>();
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (isOfInterest(loaded, interest) && instrumentation.isModifiableClass(loaded)) {
                classes.add(loaded);
            }
        }
        if (classes.isEmpty()) {
            return;
        }
        try {
            instrumentation.retransformClasses(classes.toArray(new Class<?>[0]));
        } catch (UnmodifiableClassException | RuntimeException | LinkageError | InternalError e) {
            // One class spoils the batch: each on its own.
            classes.forEach(loaded -> retransform(instrumentation, loaded));
        }
    }

    /** Whether the class file of a class of the application or of a library is of interest. */
    static boolean file(Class<?> loaded, Predicate<ClassScan> interest) {
        var name = loaded.getName().replace('.', '/');
        var loader = loaded.getClassLoader();
        if (!CallSites.areIn(loaded.getModule(), loader, name)) {
            return false;
        }
        try (InputStream in = loader.getResourceAsStream(name + ".class")) {
            return in != null && interest.test(new ClassScan(in.readAllBytes()));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isOfInterest(Class<?> loaded, Predicate<Class<?>> interest) {
        if (loaded.isArray() || loaded.isPrimitive() || loaded.isHidden()) {
            return false;
        }
        try {
            return !OwnClasses.includes(loaded.getName().replace('.', '/'), loaded.getProtectionDomain())
                    && interest.test(loaded);
        } catch (LinkageError e) {
            // A class whose supertypes are missing cannot run either.
            return false;
        }
    }

    private static void retransform(Instrumentation instrumentation, Class<?> loaded) {
        try {
            instrumentation.retransformClasses(loaded);
        } catch (UnmodifiableClassException | RuntimeException | LinkageError | InternalError e) {
            HookFailures.add("agent", "instrumenting " + loaded.getName(), e);
        }
    }
}
