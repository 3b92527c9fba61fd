package io.fluxrun.agent;

import io.fluxrun.agent.CallRow.Answer;
import io.fluxrun.boundary.wait.WaitBoundary;
import io.fluxrun.boundary.wait.WaitMethod;
import java.util.List;
import java.util.stream.Stream;

/** Every way to sleep, and to wait until a time. */
final class WaitRows {
    private WaitRows() {}

    static List<CallRow> all() {
        return WaitBoundary.methods().stream()
                .flatMap(method -> Stream.concat(Stream.of(method.type()), method.subtypes().stream())
                        .map(owner -> row(owner, method)))
                .toList();
    }

    /** Returns what classes of the application and its libraries have, too. */
    static List<CallRow> inherited() {
        return WaitBoundary.methods().stream()
                .filter(WaitMethod::inherited)
                .map(method -> row(method.type(), method))
                .toList();
    }

    private static CallRow row(String owner, WaitMethod method) {
        var api = CallRow.api(method.type(), method.method());
        WaitBoundary.declare(api, method);
        return method.isStatic()
                ? CallRow.statics(owner, method.method(), Answer.WAIT)
                : CallRow.virtual(owner, method.method(), method.type(), api, Answer.WAIT);
    }
}
