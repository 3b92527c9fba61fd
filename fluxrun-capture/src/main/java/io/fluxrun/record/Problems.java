package io.fluxrun.record;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells what went wrong: each kind at once, then once a minute with the number of times it was left out. */
final class Problems {
    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Consumer<String> lines;
    private final Map<Object, Told> told = new HashMap<>();

    Problems(Consumer<String> lines) {
        this.lines = lines;
    }

    void tell(Object kind, String line) {
        long now = System.nanoTime();
        int left;
        synchronized (told) {
            Told last = told.get(kind);
            if (last != null && now - last.nanos() < PAUSE_NANOS) {
                told.put(kind, new Told(last.nanos(), last.left() + 1));
                return;
            }
            left = last == null ? 0 : last.left();
            told.put(kind, new Told(now, 0));
        }
        lines.accept(left == 0 ? line : line + " (and " + left + " more since the last such line)");
    }

    private record Told(long nanos, int left) {}
}
