package io.fluxrun.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.bridge.Bridge;
import io.fluxrun.hook.Hook;
import io.fluxrun.hook.HookPoint;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What this weaver makes behaves as what Byte Buddy's advice makes of the same class, whatever the hook does. */
class WeaverEquivalenceTests {
    private static final Map<Class<?>, Object> SAMPLES = Map.of(
            int.class,
            41,
            long.class,
            5L,
            double.class,
            2.5,
            float.class,
            1.5f,
            boolean.class,
            true,
            byte.class,
            (byte) 3,
            short.class,
            (short) 300,
            char.class,
            'c',
            String.class,
            "text",
            int[].class,
            new int[] {1});

    private static final List<@Nullable Object> ANSWERS =
            Arrays.asList(null, "answer", 7, 7L, 7.5, 7.5f, false, (byte) 7, (short) 7, 'z', new int[] {7}, List.of());

    private final List<String> transcript = new ArrayList<>();
    private final HookSlots slots = new HookSlots(Bridge.class);

    @Test
    void everyShapeOfMethodDoesTheSameUnderEveryHook() throws Exception {
        var mine = new HookWeaver(slots);
        var reference = new ByteBuddyWeaver(slots);
        for (var hook : hooks().entrySet()) {
            var expected = transcript(hook.getValue(), reference::weave);
            var actual = transcript(hook.getValue(), (name, file, loader, points) -> mine.weave(file, points));
            assertThat(actual).as(hook.getKey()).hasSizeGreaterThan(20).isEqualTo(expected);
        }
    }

    @Test
    void aHookForLanesIsNotCalledElsewhereAndDoesTheSameInThem() throws Exception {
        var mine = new HookWeaver(slots);
        Weaving weaving = (name, file, loader, points) -> mine.weave(file, points);
        var elsewhere = transcript(new Scripted(), weaving);
        var everywhere = transcript(new Scripted().after((result, thrown) -> null), weaving);
        var lanes = new Scripted().after((result, thrown) -> null).inLanes();
        try {
            Bridge.lane = () -> false;
            assertThat(transcript(lanes, weaving)).isEqualTo(elsewhere).isNotEqualTo(everywhere);
            Bridge.lane = () -> {
                throw new StackOverflowError("forced");
            };
            assertThat(transcript(lanes, weaving)).isEqualTo(elsewhere);
            Bridge.lane = () -> true;
            assertThat(transcript(lanes, weaving)).isEqualTo(everywhere);
        } finally {
            Bridge.lane = null;
        }
    }

    private Map<String, Scripted> hooks() {
        var hooks = new LinkedHashMap<String, Scripted>();
        hooks.put("not interested", new Scripted());
        hooks.put("only looks", new Scripted().after((result, thrown) -> null));
        hooks.put("throws before", new Scripted().before((self, arguments) -> {
                    throw new OutOfMemoryError("forced");
                }));
        hooks.put("throws after", new Scripted().after((result, thrown) -> {
                    throw new StackOverflowError("forced");
                }));
        hooks.put("fails", new Scripted().before((self, arguments) -> Hook.fail(new IOException("failed"))));
        hooks.put("fails after", new Scripted().after((result, thrown) -> Hook.fail(new IOException("failed"))));
        hooks.put("fails with none", new Scripted().before((self, arguments) -> new Object[] {1, "none"}));
        hooks.put("forgets the outcome", new Scripted().before((self, arguments) -> new Object[0]));
        hooks.put("forgets it after", new Scripted().after((result, thrown) -> new Object[0]));
        for (var answer : ANSWERS) {
            hooks.put("answers " + answer, new Scripted().before((self, arguments) -> Hook.answer(answer)));
            hooks.put("answers after " + answer, new Scripted().after((result, thrown) -> Hook.answer(answer)));
            hooks.put("replaces by " + answer, new Scripted().before((self, arguments) -> {
                        Arrays.fill(arguments, answer);
                        return null;
                    }));
        }
        return hooks;
    }

    private List<String> transcript(Scripted hook, Weaving weaving) throws Exception {
        transcript.clear();
        var loader = new Woven(getClass().getClassLoader());
        for (var type : List.of(Shapes.class, Defaults.class)) {
            var methods =
                    Stream.of(type.getDeclaredMethods()).map(Method::getName).toArray(String[]::new);
            var point = HookPoint.on("test", type.getName(), hook, methods);
            loader.add(
                    type.getName(),
                    weaving.weave(
                            type.getName(),
                            BridgeClass.bytesOf(type.getName().replace('.', '/')),
                            loader,
                            List.of(point)));
        }
        var shapes = loader.loadClass(Shapes.class.getName());
        var self = shapes.getConstructor().newInstance();
        var methods = new ArrayList<>(List.of(shapes.getMethods()));
        methods.addAll(List.of(loader.loadClass(Defaults.class.getName()).getDeclaredMethods()));
        methods.removeIf(method -> method.getDeclaringClass() == Object.class || method.isSynthetic());
        methods.sort(Comparator.comparing(Method::toString));
        for (var method : methods) {
            method.setAccessible(true);
            call(method, Modifier.isStatic(method.getModifiers()) ? null : self, hook);
        }
        return List.copyOf(transcript);
    }

    private void call(Method method, @Nullable Object self, Scripted hook) throws Exception {
        var arguments = Stream.of(method.getParameterTypes()).map(SAMPLES::get).toArray();
        hook.seen.clear();
        Callable<Object> call = () -> method.invoke(self, arguments);
        String outcome;
        try {
            outcome = "returned " + told(call.call());
        } catch (InvocationTargetException e) {
            outcome = "threw " + e.getCause();
        }
        transcript.add(method.getName() + " " + outcome + " seen "
                + hook.seen.stream().map(WeaverEquivalenceTests::told).toList());
    }

    private static String told(@Nullable Object value) {
        return value instanceof int[] numbers
                ? Arrays.toString(numbers)
                : value + " " + (value == null ? "" : value.getClass().getName());
    }

    private interface Weaving {
        byte[] weave(String name, byte[] file, ClassLoader loader, List<HookPoint> points);
    }
}
