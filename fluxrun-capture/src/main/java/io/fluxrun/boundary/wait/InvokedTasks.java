package io.fluxrun.boundary.wait;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Replaying;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** {@code invokeAll} and {@code invokeAny} whose time was over: what the tasks did until then happens again. */
final class InvokedTasks {
    private static final String CUT = WaitBoundary.TIMED_OUT + ":";

    private final Replaying replaying;
    private final Lane lane;
    private final WaitCall call;

    InvokedTasks(Replaying replaying, Lane lane, WaitCall call) {
        this.replaying = replaying;
        this.lane = lane;
        this.call = call;
    }

    /** Returns which tasks were cancelled, as it is recorded. */
    static String ending(List<?> futures) {
        var cut = IntStream.range(0, futures.size())
                .filter(i -> futures.get(i) instanceof Future<?> future && future.isCancelled())
                .mapToObj(i -> " " + i)
                .collect(Collectors.joining());
        return cut.isEmpty() ? WaitBoundary.IN_TIME : CUT + cut;
    }

    @SuppressWarnings("unchecked")
    Object[] outcome(String ending, long limit) {
        var executor = (ExecutorService) call.argument(0);
        var futures = new ArrayList<Future<Object>>();
        try {
            for (var task : (Collection<? extends Callable<Object>>) call.argument(1)) {
                futures.add(executor.submit(task));
            }
            var cut = List.of(ending.replace(CUT, "").trim().split(" "));
            boolean some = ending.startsWith(CUT);
            for (int i = 0; some && i < futures.size(); i++) {
                if (!cut.contains(String.valueOf(i))) {
                    await(futures.get(i));
                }
            }
            replaying.pass(lane, call.event(), call.site(), limit, null);
            for (int i = 0; some && i < futures.size(); i++) {
                if (cut.contains(String.valueOf(i)) && !futures.get(i).cancel(true)) {
                    futures.set(i, cancelled());
                }
            }
            return some ? Hook.answer(futures) : Hook.fail(new TimeoutException());
        } catch (InterruptedException | RuntimeException ended) {
            return Hook.fail(ended);
        } finally {
            futures.forEach(future -> future.cancel(true));
        }
    }

    /** It was done this time. */
    private static Future<Object> cancelled() {
        var future = new FutureTask<>(Object::new);
        future.cancel(true);
        return future;
    }

    private static void await(Future<@Nullable Object> future) throws InterruptedException {
        try {
            future.get();
        } catch (ExecutionException | CancellationException done) {
            // The application sees it in the future.
        }
    }
}
