package io.fluxrun.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes and compares failure signatures: the recorder's and the replay's must come from the same rules. */
public final class FailureSignatures {
    private static final int FRAMES = 3;
    private static final int SERVER_ERROR = 500;

    /** Whose frames say nothing about which bug it was. */
    private static final Pattern NOT_THE_APPLICATION = Pattern.compile("(java|javax|jdk|sun|com\\.sun|jakarta|kotlin"
            + "|org\\.(springframework|apache|hibernate|postgresql|h2|junit|aspectj|eclipse\\.jetty)"
            + "|com\\.(zaxxer|fasterxml|mysql)|tools\\.jackson|io\\.(netty|fluxrun|undertow|micrometer)|reactor"
            + "|net\\.bytebuddy)\\..*|.*(\\$\\$|\\$Proxy).*");

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.*)\\$\\d+");

    private FailureSignatures() {}

    /**
     * Returns whether a run failed: recorder and replay must agree.
     *
     * @param status HTTP status, -1 when there is none
     * @param thrown whether an exception left the entry
     */
    public static boolean failed(int status, boolean thrown) {
        return thrown || status >= SERVER_ERROR;
    }

    /**
     * Returns the signature of a failed run.
     *
     * @param status HTTP status, -1 when there is none
     * @param error what left the entry or was handled at its edge, {@code null} when it failed by its status alone
     * @param exchanges what the run asked, in order
     */
    public static FailureSignature of(int status, @Nullable Thrown error, List<Exchange> exchanges) {
        var chain = chain(error);
        Thrown root = chain.isEmpty() ? null : chain.get(chain.size() - 1);
        Exchange breaking = breaking(status, chain, exchanges);
        return new FailureSignature(
                root == null ? null : root.type(),
                root == null || root.message() == null ? null : NormalText.of(root.message()),
                status,
                frames(chain),
                breaking == null ? 0 : breaking.n(),
                breaking == null ? null : breaking.boundary() + " " + breaking.operation());
    }

    /** Returns whether two signatures mean the same failure: frames move when code is edited, so they do not count. */
    public static boolean sameFailure(FailureSignature one, FailureSignature other) {
        return Objects.equals(one.exception(), other.exception())
                && Objects.equals(one.message(), other.message())
                && one.status() == other.status()
                && Objects.equals(one.operation(), other.operation());
    }

    /** Returns what occurrences of one failure have in common even if each asks about another id: for counting. */
    public static String kind(FailureSignature signature) {
        String operation = signature.operation();
        return signature.exception() + "|" + signature.message() + "|" + signature.status() + "|" + signature.frames()
                + "|" + (operation == null ? "" : NormalText.of(operation));
    }

    /** Returns the earliest exchange that best explains the failure. */
    private static @Nullable Exchange breaking(int status, List<Thrown> chain, List<Exchange> exchanges) {
        var types = new HashSet<String>();
        chain.forEach(thrown -> types.add(thrown.type()));
        return exchanges.stream()
                .filter(exchange -> explains(exchange, status, types) > 0)
                .max(Comparator.<Exchange>comparingInt(exchange -> explains(exchange, status, types))
                        .thenComparing(Comparator.comparingInt(Exchange::n).reversed()))
                .orElse(null);
    }

    private static int explains(Exchange exchange, int status, Set<String> types) {
        if (exchange.answer() instanceof Answer.Failure failure) {
            return chain(failure.thrown()).stream().anyMatch(thrown -> types.contains(thrown.type())) ? 3 : 1;
        }
        int answered = exchange.answer() instanceof Answer.Response response
                        && response.value().get("status") instanceof Value.Num number
                ? number.number().intValue()
                : -1;
        if (answered < 0) {
            return 0;
        }
        return answered == status && status >= 400 ? 2 : answered >= SERVER_ERROR ? 1 : 0;
    }

    /** Returns the error and its causes, the root cause last. */
    private static List<Thrown> chain(@Nullable Thrown error) {
        var chain = new ArrayList<Thrown>();
        for (Thrown next = error; next != null; next = next.cause()) {
            chain.add(next);
        }
        return chain;
    }

    /** Returns the application's frames nearest to the root cause. */
    private static List<String> frames(List<Thrown> chain) {
        for (int i = chain.size() - 1; i >= 0; i--) {
            var frames = chain.get(i).frames().stream()
                    .filter(frame -> !NOT_THE_APPLICATION.matcher(frame).matches())
                    .map(FailureSignatures::withoutLine)
                    .limit(FRAMES)
                    .toList();
            if (!frames.isEmpty()) {
                return frames;
            }
        }
        return List.of();
    }

    private static String withoutLine(String frame) {
        int colon = frame.lastIndexOf(':');
        return LAMBDA.matcher(colon < 0 ? frame : frame.substring(0, colon)).replaceAll("$1");
    }
}
