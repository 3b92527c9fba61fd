package io.fluxrun.boundary.airlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.Caller;
import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.agent.HookFailures;
import io.fluxrun.boundary.RecordingInMemory;
import io.fluxrun.boundary.ReplayInMemory;
import io.fluxrun.boundary.http.HttpKey;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.LiveCallBlockedError;
import io.fluxrun.scope.Scope;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.MethodDelegation;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row by a class of its name, whose own I/O thread does the writing: sockets alone would not stop it. */
@Timeout(60)
class ClientCatalogueTests {
    private static final int FROM_THE_RUN = 1;
    private static final int FROM_OUTSIDE = 2;

    private Witness witness;

    @BeforeAll
    static void install() {
        AgentInstaller.install(ByteBuddyAgent.install());
    }

    @BeforeEach
    void open() throws Exception {
        witness = new Witness();
    }

    @AfterEach
    void close() throws Exception {
        witness.close();
        assertThat(HookFailures.counts()).isEmpty();
    }

    static Stream<Arguments> rows() {
        return ClientCatalogue.rows().stream()
                .flatMap(row -> row.methods().stream().map(method -> Arguments.of(row, method)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isBlockedInAReplay(ClientCatalogue.Row row, String method) throws Exception {
        var client = lookAlike(row, method);
        var replay = new ReplayInMemory(List.of(), new HttpKey());
        assertThatThrownBy(in(replay.main(), () -> Caller.call(client, method)))
                .isInstanceOf(LiveCallBlockedError.class)
                .hasMessageStartingWith(row.what() + " from com.acme.Caller#call:");
        assertThat(replay.misses()).hasSize(1);
        witness.tell(FROM_OUTSIDE);
        assertThat(witness.next()).as("the first byte of all").isEqualTo(FROM_OUTSIDE);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void marksARecordingOnce(ClientCatalogue.Row row, String method) throws Throwable {
        var client = lookAlike(row, method);
        try (var recording = new RecordingInMemory()) {
            in(recording.main(), () -> Caller.call(client, method)).call();
            assertThat(recording.reasons())
                    .singleElement()
                    .asString()
                    .startsWith(row.what() + " from com.acme.Caller#call:");
            assertThat(witness.next()).isEqualTo(FROM_THE_RUN);
            in(recording.main(), () -> assertThat(Scope.current()).isNotNull()).call();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isFreeOutsideRuns(ClientCatalogue.Row row, String method) throws Throwable {
        Caller.call(lookAlike(row, method), method);
        assertThat(witness.next()).isEqualTo(FROM_THE_RUN);
    }

    private Object lookAlike(ClientCatalogue.Row row, String method) throws Exception {
        return new ByteBuddy()
                .subclass(Object.class)
                .name(row.type())
                .defineMethod(method, void.class, Visibility.PUBLIC)
                .intercept(MethodDelegation.to(new Client(witness)))
                .make()
                // Real ones are on the class path, too.
                .load(getClass().getClassLoader(), ClassLoadingStrategy.Default.CHILD_FIRST)
                .getLoaded()
                .getConstructor()
                .newInstance();
    }

    private static ThrowingCallable in(Lane lane, ThrowingCallable work) {
        return () -> {
            Lane before = Scope.bind(lane);
            try {
                work.call();
            } finally {
                Scope.restore(before);
            }
        };
    }

    /** What the look-alikes do. */
    public static final class Client {
        private final Witness witness;

        Client(Witness witness) {
            this.witness = witness;
        }

        public void call() {
            witness.tell(FROM_THE_RUN);
        }
    }
}
