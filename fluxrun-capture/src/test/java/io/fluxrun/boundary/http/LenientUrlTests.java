package io.fluxrun.boundary.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.boundary.http.message.LenientUrl;
import io.fluxrun.run.Value;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LenientUrlTests {
    @ParameterizedTest
    @CsvSource({
        "http://h/s?f=a|b, /s, f=a%7Cb",
        "http://h/a b?q=a b, /a%20b, q=a%20b",
        "http://h/{id}?q={a}, /%7Bid%7D, q=%7Ba%7D",
        "http://h/a[0]?ids[]=1, /a%5B0%5D, ids[]=1",
        "http://h/a^b?q=^, /a%5Eb, q=%5E",
        "http://h/a`b?q=`, /a%60b, q=%60",
        "http://h/a\\b?q=\"<>, /a%5Cb, q=%22%3C%3E",
        "http://h/é?q=日|本😀, /é, q=日%7C本😀",
        "http://h/a\u00a0b?q=\u2003, /a%C2%A0b, q=%E2%80%83",
        "http://h/100%?q=%zz%4, /100%25, q=%25zz%254",
        "http://h/%7c?q=%41%, /%7c, q=%41%25",
        "http://h?a|b, '', a%7Cb",
        "http://h/p?a?b/c|d#e|f?g, /p, a?b/c%7Cd",
        "http://h//p|q, //p%7Cq,",
    })
    void whatIsIllegalIsEncodedAndAllElseStays(String url, String path, String query) {
        var read = LenientUrl.of(url);

        assertThat(read).isEqualTo(new LenientUrl("http", "h", -1, path, query));
        var legal = URI.create("http://h" + read.path() + (query == null ? "" : "?" + read.query()));
        assertThat(legal.getRawPath()).as("what URI takes").isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "http://my_host/p, http, my_host, -1",
        "https://my_host:8443/p, https, my_host, 8443",
        "http://my host:80, http, my host, 80",
        "http://user:p@ss|w@h:81/, http, h, 81",
        "http://[::1]:8080/, http, [::1], 8080",
        "http://[::1]/, http, [::1], -1",
        "http://h:/, http, h, -1",
        "http://h:12345678901/, http, h:12345678901, -1",
        "HTTP://H/, HTTP, H, -1",
        "http://, http, '', -1",
        "|, '', '', -1",
    })
    void everyOriginIsRead(String url, String scheme, String host, int port) {
        var read = LenientUrl.of(url);

        assertThat(List.of(read.scheme(), read.host(), read.port())).containsExactly(scheme, host, port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://h",
                "https://u@h.example:8443/a;v=1/b,c/~d/!e'(f)*?x=1&y=[2]&z=a+b%20c:@/?$=,;#frag",
                "http://[::1]:80/é/%C3%A9?ü=%41",
                "http://127.0.0.1:8080//a//?",
                "/only/path?q"
            })
    void whatUriTakesIsAsUriGivesIt(String url) {
        URI uri = URI.create(url);

        assertThat(LenientUrl.of(url))
                .isEqualTo(new LenientUrl(
                        uri.getScheme() == null ? "" : uri.getScheme(),
                        uri.getHost() == null ? "" : uri.getHost(),
                        uri.getPort(),
                        uri.getRawPath(),
                        uri.getRawQuery()));
    }

    @ParameterizedTest
    @CsvSource({
        "http://h/s?f=a|b, http://h/s?f=a%7Cb, true",
        "http://h/s?f=a|b, http://h/s?f=a|c, false",
        "http://my_host/p, http://MY_HOST:80/p, true",
        "http://my_host/p, http://other_host/p, false",
        "http://my_host/p, http://my_host:81/p, false",
        "http://h/a|b, http://h/a^b, false",
    })
    void requestsAreToldApartByThem(String one, String other, boolean same) {
        assertThat(key(one).equals(key(other))).isEqualTo(same);
    }

    private static Value key(String url) {
        return new HttpKey()
                .key(Value.fields()
                        .put("method", "GET")
                        .put("url", url)
                        .put("headers", Value.list(List.of()))
                        .put("body", Value.NULL)
                        .build());
    }
}
