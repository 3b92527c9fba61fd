package io.fluxrun.boundary.state;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Spring Security's {@code OAuth2AuthorizedClient} as data and back. The registration is the application's own, with its
 * secret, and not recorded. The names of the parts decide what is masked: of a token its text, not its times.
 */
final class OAuth2Client {
    private static final String CORE = "org.springframework.security.oauth2.core.";
    private static final String CLIENT = "org.springframework.security.oauth2.client.";

    private OAuth2Client() {}

    static Map<String, @Nullable Object> data(Object client) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("registration", call(required(client, "getClientRegistration"), "getRegistrationId"));
        data.put("principal", call(client, "getPrincipalName"));
        Object access = required(client, "getAccessToken");
        data.put("kind", call(required(access, "getTokenType"), "getValue"));
        data.put("scopes", new TreeSet<>((Collection<?>) required(access, "getScopes")));
        data.put("token", call(access, "getTokenValue"));
        data.put("issued", call(access, "getIssuedAt"));
        data.put("expires", call(access, "getExpiresAt"));
        Object refresh = call(client, "getRefreshToken");
        if (refresh != null) {
            data.put("refresh_token", call(refresh, "getTokenValue"));
            data.put("refreshIssued", call(refresh, "getIssuedAt"));
            data.put("refreshExpires", call(refresh, "getExpiresAt"));
        }
        return data;
    }

    /** Returns {@code null} if the application no longer knows the registration, as the service does. */
    static @Nullable Object rebuilt(Object service, Map<?, ?> data) throws ReflectiveOperationException {
        var loader = service.getClass().getClassLoader();
        Object registration = registration(service, String.valueOf(data.get("registration")));
        if (registration == null) {
            return null;
        }
        Class<?> access = Class.forName(CORE + "OAuth2AccessToken", true, loader);
        Class<?> refresh = Class.forName(CORE + "OAuth2RefreshToken", true, loader);
        Object kind = kind(Class.forName(CORE + "OAuth2AccessToken$TokenType", true, loader), data.get("kind"));
        return Class.forName(CLIENT + "OAuth2AuthorizedClient", true, loader)
                .getConstructor(
                        Class.forName(CLIENT + "registration.ClientRegistration", true, loader),
                        String.class,
                        access,
                        refresh)
                .newInstance(
                        registration,
                        data.get("principal"),
                        access.getConstructor(kind.getClass(), String.class, Instant.class, Instant.class, Set.class)
                                .newInstance(
                                        kind,
                                        data.get("token"),
                                        data.get("issued"),
                                        data.get("expires"),
                                        new LinkedHashSet<>((Collection<?>) data.get("scopes"))),
                        data.get("refresh_token") == null
                                ? null
                                : refresh.getConstructor(String.class, Instant.class, Instant.class)
                                        .newInstance(
                                                data.get("refresh_token"),
                                                data.get("refreshIssued"),
                                                data.get("refreshExpires")));
    }

    private static @Nullable Object registration(Object service, String id) throws ReflectiveOperationException {
        Field repository = service.getClass().getDeclaredField("clientRegistrationRepository");
        repository.setAccessible(true);
        var type = Class.forName(
                CLIENT + "registration.ClientRegistrationRepository",
                true,
                service.getClass().getClassLoader());
        return type.getMethod("findByRegistrationId", String.class).invoke(repository.get(service), id);
    }

    private static Object kind(Class<?> type, @Nullable Object value) throws ReflectiveOperationException {
        for (Field field : type.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == type) {
                Object kind = field.get(null);
                if (String.valueOf(value).equals(call(kind, "getValue"))) {
                    return kind;
                }
            }
        }
        throw new IllegalStateException("no token type " + value);
    }

    private static Object required(Object target, String method) {
        Object value = call(target, method);
        if (value == null) {
            throw new IllegalStateException(method + " on " + target.getClass().getName() + " returned nothing");
        }
        return value;
    }

    private static @Nullable Object call(Object target, String method) {
        try {
            return target.getClass().getMethod(method).invoke(target);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(method + " on " + target.getClass().getName() + " failed", e);
        }
    }
}
