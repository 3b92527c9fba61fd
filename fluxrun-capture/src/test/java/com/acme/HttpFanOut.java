package com.acme;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** An application that sends many requests at once from one thread. */
public final class HttpFanOut {
    private HttpFanOut() {}

    /** Returns who won, and the answers in the order in which they came. */
    public static List<String> run(HttpClient client, String url, int calls, Runnable used) {
        var answers = Collections.synchronizedList(new ArrayList<String>());
        var futures = IntStream.range(0, calls)
                .mapToObj(i -> client.sendAsync(
                                HttpRequest.newBuilder(URI.create(url + i)).build(),
                                HttpResponse.BodyHandlers.ofString())
                        .thenApply(response -> {
                            answers.add(response.body());
                            return response.body();
                        })
                        .whenComplete((answer, thrown) -> used.run()))
                .toList();
        var all = futures.toArray(new CompletableFuture<?>[0]);
        var winner = (String) CompletableFuture.anyOf(all).join();
        CompletableFuture.allOf(all).join();
        answers.add(winner);
        return answers;
    }
}
