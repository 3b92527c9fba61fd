package com.example.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameAnswersTests {

    private static final List<String> REQUESTS = List.of(
            "/orders/ord_good_1",
            "/orders/ord_good_2",
            "/orders/ord_01",
            "/orders/ord_outage_1",
            "/orders/nothing",
            "/orders/ord_good_3?trace=1&trace=2",
            "/no-such-path");

    @TempDir
    Path directory;

    @Test
    void theServiceAnswersTheSameWithAndWithoutTheAgent() throws Exception {
        Path store = directory.resolve("store");
        List<String> without = transcript("without.log");
        List<String> with = transcript("with.log", Packaged.agentArgument(store));

        assertEquals(String.join("\n", without), String.join("\n", with));
        assertTrue(without.get(2).contains("503"), without.get(2));
        assertEquals(2, Packaged.runs(store).size(), "the agent was at work");
    }

    private List<String> transcript(String log, String... jvmArguments) {
        try (World world = new World();
                Service service = world.launch(Packaged.service(), directory.resolve(log), jvmArguments)) {
            List<String> answers = new ArrayList<>();
            for (String path : REQUESTS) {
                answers.add(path + " " + described(service.get(path)));
            }
            return answers;
        }
    }

    /** Status, headers and body; what differs between any two runs is named instead of shown. */
    private static String described(HttpResponse<String> answer) {
        TreeMap<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.computeIfPresent("date", (name, value) -> List.of("<date>"));
        return answer.statusCode() + " " + headers + " "
                + answer.body()
                        .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "<uuid>")
                        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "<instant>");
    }
}
