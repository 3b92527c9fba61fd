package io.fluxrun.boundary.state;

import io.fluxrun.hook.Hook;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** {@code get(key, valueLoader)}: what the loader does belongs to the run, what the cache does does not. */
final class CacheLoadHook extends StateHook {
    @Override
    Question question(Object self, @Nullable Object[] arguments) {
        return SpringCaches.of(self).question(self, arguments[0]);
    }

    @Override
    void asking(Asked asked, @Nullable Object[] arguments) {
        if (arguments[1] instanceof Callable<?> loader) {
            arguments[1] = new InLane(asked, loader);
        }
    }

    @Override
    Value answer(Asked asked, @Nullable Object result) {
        return asked.loaded ? CacheEntry.miss() : CacheEntry.hit(result);
    }

    @Override
    Object[] replayed(Object self, @Nullable Object[] arguments, Value answer) throws ReflectiveOperationException {
        var caches = SpringCaches.of(self);
        if (answer.get(CacheEntry.HIT).flag()) {
            return Hook.answer(caches.decode(answer.get(CacheEntry.VALUE)));
        }
        if (!(arguments[1] instanceof Callable<?> loader)) {
            return Hook.answer(null);
        }
        try {
            return Hook.answer(loader.call());
        } catch (Exception e) {
            return Hook.fail(caches.loadFailure(arguments[0], loader, e));
        }
    }

    /** The application's loader, called in the lane of whoever asked the cache. */
    private record InLane(Asked asked, Callable<?> loader) implements Callable<@Nullable Object> {
        @Override
        public @Nullable Object call() throws Exception {
            asked.loaded = true;
            Lane before = Scope.bind(asked.lane);
            try {
                return loader.call();
            } finally {
                Scope.restore(before);
            }
        }
    }
}
