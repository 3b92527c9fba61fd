package io.fluxrun.boundary.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.fluxrun.agent.AgentInstaller;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JwksTests {
    @BeforeAll
    static void install() {
        AgentInstaller.install(ByteBuddyAgent.install());
    }

    @Test
    void cachedKeysAreThereInTheReplayWithoutTheIssuer() throws Exception {
        var key = new RSAKeyGenerator(2048).keyID("k1").generate().toPublicJWK();
        var recorded = StateRuns.record(() -> find(holding(key)));
        assertThat(recorded.live()).containsExactly(key.toJSONString(), "[]");
        recorded.isReplayedBy(() -> find(holding(null)));
    }

    @Test
    void anIssuerThatFailedFailsInTheReplayWhereItWouldAnswer() throws Exception {
        var recorded = StateRuns.record(() -> find(holding(null)));
        assertThat(recorded.live()).contains("issuer is down");
        var key = new RSAKeyGenerator(2048).keyID("k1").generate().toPublicJWK();
        recorded.isReplayedBy(() -> find(holding(key)));
    }

    @Test
    void aPrivateKeyIsNeverRecorded() throws Exception {
        var secret = new OctetSequenceKey.Builder(new byte[32]).keyID("k1").build();
        var recorded = StateRuns.record(() -> find(holding(secret)).size());
        assertThat(recorded.reasons()).first().isEqualTo("state: a private key in a JWK set is not recorded");
    }

    private static List<String> find(JWKSource<SecurityContext> source) {
        var seen = new ArrayList<String>();
        for (String id : List.of("k1", "k2")) {
            try {
                var found = source.get(
                        new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null);
                seen.add(found.isEmpty() ? "[]" : found.get(0).toJSONString());
            } catch (KeySourceException e) {
                seen.add(e.getMessage());
            }
        }
        return seen;
    }

    private static JWKSource<SecurityContext> holding(@Nullable JWK key) {
        return new JWKSetBasedJWKSource<>(new JWKSetSource<>() {
            @Override
            public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long currentTime, SecurityContext context)
                    throws KeySourceException {
                if (key == null) {
                    throw new JWKSetRetrievalException("issuer is down", null);
                }
                return new JWKSet(key);
            }

            @Override
            public void close() {}
        });
    }
}
