package io.fluxrun.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.bridge.Calls;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.junit.jupiter.api.Test;

class CallTableTests {
    private final CallTable table = new CallTable();

    @Test
    void everyRewrittenMethodExistsOnTheBridge() throws Exception {
        Installed.hooks();
        var bridged = new HashSet<String>();
        for (var method : Class.forName("java.lang.$FluxRunCalls").getMethods()) {
            bridged.add(method.getName() + Type.getMethodDescriptor(method));
        }
        assertThat(table.rows()).hasSizeGreaterThan(350);
        for (var row : table.rows()) {
            assertThat(bridged)
                    .contains(row.bridged() + row.bridgedDescriptor(), row.reference() + row.referenceDescriptor());
        }
    }

    @Test
    void everyNameThatTheBridgeTellsHasAHandler() throws Exception {
        var handled = new HashSet<String>();
        Boundaries.calls().values().forEach(calls -> handled.addAll(calls.keySet()));
        var told = apisOfTheBridge();
        table.rows().stream()
                .filter(row -> row.written() == null && row.answer() != CallRow.Answer.WAIT)
                .map(CallRow::api)
                .forEach(told::add);
        assertThat(told).hasSizeGreaterThan(100);
        assertThat(handled).containsAll(told);
    }

    @Test
    void noWaitIsToldByTwoNames() {
        var waits = table.rows().stream()
                .filter(row -> row.answer() == CallRow.Answer.WAIT)
                .collect(Collectors.groupingBy(CallRow::bridged, Collectors.mapping(CallRow::api, Collectors.toSet())));
        assertThat(waits).containsKeys("Future_get", "Thread_sleep", "Lock_tryLock");
        assertThat(waits.get("Future_get")).containsExactly("java.util.concurrent.Future.get(long,TimeUnit)");
    }

    /** The text constants of the bridge's code that name a method. */
    private static List<String> apisOfTheBridge() throws Exception {
        var names = new ArrayList<String>();
        try (var in = Calls.class.getResourceAsStream("Calls.class")) {
            new ClassReader(in.readAllBytes())
                    .accept(
                            new ClassVisitor(Opcodes.ASM9) {
                                @Override
                                public MethodVisitor visitMethod(
                                        int access,
                                        String name,
                                        String descriptor,
                                        String signature,
                                        String[] exceptions) {
                                    return new MethodVisitor(Opcodes.ASM9) {
                                        @Override
                                        public void visitLdcInsn(Object value) {
                                            if (value instanceof String text
                                                    && (text.endsWith(")") || text.startsWith("next"))) {
                                                names.add(text);
                                            }
                                        }
                                    };
                                }
                            },
                            0);
        }
        return names;
    }

    @Test
    void aClassIsJudgedByItsConstantsAlone() throws Exception {
        var calls = new CallSites(table);
        assertThat(calls.concern(scan("Calling"))).isTrue();
        assertThat(calls.concern(scan("Scripted"))).isFalse();
        var scan = scan("HookInstallationTests$CornerShop");
        assertThat(scan.parents()).containsExactly("io/fluxrun/agent/HookInstallationTests$NamedShop");
        assertThat(scan.hasText("price".getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(scan.hasText("pric".getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(scan.mentions("io/fluxrun/".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    private static ClassScan scan(String name) throws Exception {
        try (var in = CallTableTests.class.getResourceAsStream(name + ".class")) {
            return new ClassScan(in.readAllBytes());
        }
    }
}
