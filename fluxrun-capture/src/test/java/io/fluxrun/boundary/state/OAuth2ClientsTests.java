package io.fluxrun.boundary.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.boundary.ReplayInMemory;
import io.fluxrun.run.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/** Tokens that Spring Security held before the run: a replay fetches none that the run did not fetch. */
class OAuth2ClientsTests {
    private static final Instant ISSUED = Instant.parse("2026-11-21T08:00:00.123456Z");
    private static final Authentication ORDERS = new TestingAuthenticationToken("orders", "");

    private static final ClientRegistration BANK = ClientRegistration.withRegistrationId("bank")
            .clientId("orders")
            .clientSecret("never-recorded")
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .tokenUri("http://127.0.0.1:1/token")
            .build();

    private final AtomicInteger fetched = new AtomicInteger();

    @BeforeAll
    static void install() {
        AgentInstaller.install(ByteBuddyAgent.install());
    }

    @Test
    void aTokenFromBeforeTheRunIsThereAgain() throws Exception {
        var warm = service();
        warm.saveAuthorizedClient(client("warm"), ORDERS);
        var recorded = StateRuns.record(() -> shown(authorize(warm)));
        assertThat(recorded.live()).contains("warm", ISSUED.toString(), "[pay, read]", "refresh of warm");
        assertThat(recorded.exchanges().toString()).doesNotContain("never-recorded");
        recorded.isReplayedBy(() -> shown(authorize(service())));
        assertThat(fetched).hasValue(0);
    }

    @Test
    void aTokenThatTheRunFetchedIsItsOwn() throws Exception {
        var recorded = StateRuns.record(() -> twice(service()));
        assertThat(recorded.exchanges()).as("the miss").hasSize(1);
        fetched.set(0);
        recorded.isReplayedBy(() -> {
            fetched.set(0);
            return twice(service());
        });
        assertThat(fetched).hasValue(1);
    }

    private String twice(OAuth2AuthorizedClientService service) {
        var first = shown(authorize(service));
        var second = shown(authorize(service));
        service.removeAuthorizedClient("bank", "orders");
        return first + second + service.loadAuthorizedClient("bank", "orders");
    }

    @Test
    void anUnrecordedLookUpFindsNoTokenAndLeavesTheRealOneAlone() throws Exception {
        var warm = service();
        warm.saveAuthorizedClient(client("real"), ORDERS);
        var replay = new ReplayInMemory(List.of(), StateRuns.AS_IS);
        assertThat(StateRuns.inLane(replay.main(), () -> shown(authorize(warm))))
                .contains("fetched 1")
                .doesNotContain("real");
        assertThat(replay.notes()).containsExactly("absent: CACHE OAuth2 clients");
        OAuth2AuthorizedClient real = warm.loadAuthorizedClient("bank", "orders");
        assertThat(real.getAccessToken().getTokenValue()).isEqualTo("real");
    }

    @Test
    void ofATokenItsTextStandsAtAMaskedName() throws Exception {
        var warm = service();
        warm.saveAuthorizedClient(client("warm"), ORDERS);
        var answer = (Answer.Response) StateRuns.record(() -> shown(authorize(warm)))
                .exchanges()
                .get(0)
                .answer();
        var token = answer.value().get("value").get("value");
        assertThat(token.get("token").text()).isEqualTo("warm");
        assertThat(token.get("refresh_token").text()).isEqualTo("refresh of warm");
    }

    private OAuth2AuthorizedClient authorize(OAuth2AuthorizedClientService service) {
        var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(
                new InMemoryClientRegistrationRepository(BANK), service);
        manager.setAuthorizedClientProvider(context ->
                context.getAuthorizedClient() != null ? null : client("fetched " + fetched.incrementAndGet()));
        return Objects.requireNonNull(manager.authorize(OAuth2AuthorizeRequest.withClientRegistrationId("bank")
                .principal(ORDERS)
                .build()));
    }

    private static OAuth2AuthorizedClientService service() {
        return new InMemoryOAuth2AuthorizedClientService(new InMemoryClientRegistrationRepository(BANK));
    }

    private static OAuth2AuthorizedClient client(String token) {
        return new OAuth2AuthorizedClient(
                BANK,
                "orders",
                new OAuth2AccessToken(
                        OAuth2AccessToken.TokenType.BEARER,
                        token,
                        ISSUED,
                        ISSUED.plusSeconds(3600),
                        Set.of("read", "pay")),
                new OAuth2RefreshToken("refresh of " + token, ISSUED));
    }

    private static String shown(OAuth2AuthorizedClient client) {
        var access = client.getAccessToken();
        return client.getPrincipalName() + " "
                + client.getClientRegistration().getClientSecret().length() + " "
                + access.getTokenType().getValue() + " " + access.getTokenValue() + " " + access.getIssuedAt() + " "
                + access.getExpiresAt() + " "
                + access.getScopes().stream().sorted().toList() + " "
                + Objects.requireNonNull(client.getRefreshToken()).getTokenValue();
    }
}
