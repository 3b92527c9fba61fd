package com.acme.sites;

import com.acme.OrderFailed;
import io.fluxrun.CaptureRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An application that reads everything there is to read, and fails with what it read. */
public final class EveryApi {
    private final List<GeneratedCalls.Row> rows;

    public EveryApi() throws Exception {
        rows = GeneratedCalls.of(apis());
    }

    public static List<JdkApi.Api> apis() throws Exception {
        var apis = new ArrayList<>(JdkApi.clocks());
        apis.addAll(JdkApi.draws());
        apis.addAll(JdkApi.environment());
        // Reflection has another order in every JVM.
        apis.sort(Comparator.comparing(JdkApi.Api::toString));
        return apis;
    }

    /** Whether a line of the message is about a clock. */
    public static boolean isClock(String line) {
        return line.matches("(\\w*Date|\\w*Time|Clock|Instant\\w*|\\w*Calendar|\\w*Chronology|Year\\w*|System)"
                + "\\.(now|dateNow|instant|millis|getInstance|new|currentTimeMillis)\\[.*");
    }

    public int rows() {
        return rows.size();
    }

    @CaptureRun
    public void run() throws Exception {
        var message = new StringBuilder();
        for (var row : rows) {
            message.append(row).append(" = ").append(Samples.call(row)).append('\n');
        }
        for (var form : Forms.all().entrySet()) {
            message.append(form.getKey())
                    .append(" = ")
                    .append(form.getValue().call())
                    .append('\n');
        }
        throw new OrderFailed(message.toString());
    }

    public static void main(String[] arguments) throws Exception {
        var every = new EveryApi();
        try {
            every.run();
        } catch (OrderFailed expected) {
            System.out.print(expected.getMessage());
        }
    }
}
