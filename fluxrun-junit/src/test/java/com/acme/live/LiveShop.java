package com.acme.live;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application whose every thread touches the world. */
@SpringBootApplication
@EnableScheduling
public class LiveShop {
    /** Background threads that have tried everything. */
    public static final CountDownLatch BACKGROUND = new CountDownLatch(3);

    /** Where the witness listens. */
    public static volatile int port;

    private static void tryInBackground() {
        SideEffect.attemptAll(port);
        BACKGROUND.countDown();
    }

    @RestController
    static class Orders {
        @PostMapping("/orders/{id}")
        String order() {
            SideEffect.attemptAll(port);
            return "placed";
        }
    }

    @Component
    static class Cleaning {
        @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.DAYS)
        void clean() {
            tryInBackground();
        }
    }

    @Component
    static class Listener implements SmartLifecycle {
        private volatile boolean running;

        @Override
        public void start() {
            running = true;
            new Thread(LiveShop::tryInBackground, "listener").start();
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }

    @Component
    static class Exporter {
        Exporter() {
            var threads = Executors.newScheduledThreadPool(1, work -> {
                var thread = new Thread(work, "exporter");
                thread.setDaemon(true);
                return thread;
            });
            threads.schedule(LiveShop::tryInBackground, 1, TimeUnit.MILLISECONDS);
        }
    }
}
