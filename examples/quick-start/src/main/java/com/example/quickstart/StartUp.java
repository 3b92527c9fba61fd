package com.example.quickstart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How much longer orders-service takes to start with the agent: pairs in turn, so that a drifting machine cancels out. */
public final class StartUp {

    private static final int PAIRS = 5;

    private StartUp() {}

    public static void main(String[] arguments) {
        Path module = Path.of(arguments.length == 0 ? "" : arguments[0]).toAbsolutePath();
        Path target = module.resolve("target");
        Path jar = module.resolveSibling("orders-service").resolve("target").resolve("orders-service.jar");
        String agent = "-javaagent:" + target.resolve("fluxrun-agent.jar") + "=store=file:" + target.resolve("store");
        Narrator narrator = new Narrator(System.out);
        List<Double> ratios = new ArrayList<>();
        try (World world = new World()) {
            seconds(world, jar, target);
            for (int pair = 1; pair <= PAIRS; pair++) {
                double without = seconds(world, jar, target);
                double with = seconds(world, jar, target, agent);
                ratios.add(with / without);
                narrator.say("%.2f s without, %.2f s with the agent".formatted(without, with));
            }
        }
        ratios.sort(null);
        narrator.say("with / without: median %.2f (%.2f to %.2f)"
                .formatted(ratios.get(PAIRS / 2), ratios.get(0), ratios.get(PAIRS - 1)));
        System.exit(0);
    }

    private static double seconds(World world, Path jar, Path target, String... jvmArguments) {
        long started = System.nanoTime();
        try (Service service = world.launch(jar, target.resolve("start-up.log"), jvmArguments)) {
            return (System.nanoTime() - started) / 1e9;
        }
    }
}
