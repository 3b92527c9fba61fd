package io.fluxrun.boundary.state;

import io.fluxrun.appjson.AppJson;
import io.fluxrun.hook.Hook;
import io.fluxrun.run.Value;
import org.jspecify.annotations.Nullable;

/** Hibernate's id generators with an optimizer: the next id depends on how many were handed out before the run. */
final class IdHook extends StateHook {
    @Override
    Question question(Object self, @Nullable Object[] arguments) {
        String entity = arguments.length > 1 && arguments[1] != null
                ? arguments[1].getClass().getName()
                : "";
        var request = Value.fields()
                .put("generator", self.getClass().getName())
                .put("entity", entity)
                .build();
        return new Question("ID " + entity.substring(entity.lastIndexOf('.') + 1), request);
    }

    @Override
    Value answer(Asked asked, @Nullable Object result) {
        return Value.fields().put("id", AppJson.encode(result, "id")).build();
    }

    @Override
    Object[] replayed(Object self, @Nullable Object[] arguments, Value answer) {
        return Hook.answer(
                AppJson.decode(answer.get("id"), null, self.getClass().getClassLoader()));
    }
}
