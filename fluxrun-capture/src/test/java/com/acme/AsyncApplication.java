package com.acme;

import java.util.concurrent.CompletableFuture;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** An application with a method that Spring runs on another thread. */
@Configuration
@EnableAsync
public class AsyncApplication {
    @Bean
    public TaskExecutor taskExecutor() {
        var executor = new ThreadPoolTaskExecutor();
        executor.setCorePoolSize(2);
        return executor;
    }

    @Bean
    public Audit audit() {
        return new Audit();
    }

    /** Writes down what was asked. */
    public static class Audit {
        @Async
        public CompletableFuture<String> write(Upstream upstream, String request) {
            return CompletableFuture.completedFuture(upstream.work(request));
        }
    }
}
