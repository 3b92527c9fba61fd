package io.fluxrun.boundary.http.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.boundary.http.ClientContract;
import io.fluxrun.boundary.http.Way;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In a class loader of its own, as FluxRun and OkHttp are in production. */
class OkHttp4ContractTests extends ClientContract {
    private static final Path JARS = Path.of("target/clients/okhttp4");

    private final ClassLoader loader = loader();

    @Override
    @SuppressWarnings("unchecked")
    protected Map<String, Way> ways() {
        try {
            return (Map<String, Way>) loader.loadClass(OkHttpCalls.class.getName())
                    .getMethod("ways")
                    .invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void isTheOlderGeneration() throws ClassNotFoundException {
        var client = loader.loadClass("okhttp3.OkHttpClient");

        assertThat(client.getClassLoader()).isSameAs(loader);
        assertThat(client.getProtectionDomain().getCodeSource().getLocation().getPath())
                .contains("okhttp-4.12");
    }

    private static ClassLoader loader() {
        var urls = new ArrayList<URL>(
                List.of(OkHttpCalls.class.getProtectionDomain().getCodeSource().getLocation()));
        try (var jars = Files.list(JARS)) {
            for (Path jar : jars.toList()) {
                urls.add(jar.toUri().toURL());
            }
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new IllegalStateException("run generate-test-resources: " + JARS + " has the client's jars", e);
        }
        return new URLClassLoader(urls.toArray(URL[]::new), OkHttp4ContractTests.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                synchronized (getClassLoadingLock(name)) {
                    boolean own = name.startsWith("okhttp3.")
                            || name.startsWith("okio.")
                            || name.startsWith(OkHttpCalls.class.getName());
                    Class<?> loaded = findLoadedClass(name);
                    return loaded != null ? loaded : own ? findClass(name) : super.loadClass(name, resolve);
                }
            }
        };
    }
}
