package io.fluxrun.reentry;

import io.fluxrun.replay.ReplaySession;
import io.fluxrun.run.Entry;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** What started the recorded run, ready to be started again. */
public interface RecordedEntry {
    /**
     * Starts the run again and returns how it ended.
     *
     * @throws RuntimeException if the entry cannot be started; what the application throws is returned
     */
    Ended replay(ReplaySession session) throws InterruptedException;

    /**
     * Returns the recorded request, to be sent to a server of this JVM.
     *
     * @param port on the loopback interface
     */
    static RecordedEntry request(Entry entry, int port) {
        return new HttpEntry(entry, port);
    }

    /**
     * Returns the recorded call.
     *
     * @param targets gives the object of this class to call it on; not asked for a static method
     * @throws IllegalStateException if class or method are gone; names what there is instead
     */
    static RecordedEntry call(Entry entry, ClassLoader loader, Function<Class<?>, Object> targets) {
        return MethodEntry.of(entry, loader, targets);
    }

    /** Returns code to be called in place of what was recorded. What it throws is the outcome. */
    static RecordedEntry code(Callable<?> code) {
        return new CalledEntry(code);
    }
}
