package io.fluxrun.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.bridge.Bridge;
import io.fluxrun.hook.Hook;
import io.fluxrun.hook.HookPoint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Every class that the boundaries mean, in the JDK and in the libraries of the tests. */
class WovenLibrariesTests {
    private static final List<String> LIBRARIES = List.of(
            "org.h2.Driver",
            "org.postgresql.Driver",
            "com.zaxxer.hikari.HikariDataSource",
            "org.apache.catalina.startup.Tomcat",
            "org.hibernate.Session",
            "org.springframework.core.env.Environment",
            "org.springframework.cache.Cache");

    private final HookPlan plan = new HookPlan(Boundaries.hookPoints());
    private final HookSlots slots = new HookSlots(Bridge.class);
    private final HookWeaver weaver = new HookWeaver(slots);
    private final ByteBuddyWeaver reference = new ByteBuddyWeaver(slots);
    private final ClassLoader loader = getClass().getClassLoader();
    private final Woven woven = new Woven(loader);

    @Test
    void theSameMethodsAreWovenAsByTheReferenceAndTheJvmAcceptsThem() throws Exception {
        for (var library : LIBRARIES) {
            try (var jar = jarOf(library)) {
                weave(jar.getPath("/"), 0);
            }
        }
        assertThat(woven.names()).hasSizeGreaterThan(40);
        assertThat(linked()).isGreaterThan(30);
    }

    @Test
    void aDatabaseRunsWithAHookInEveryMethod() throws Exception {
        var hook = new Counting();
        try (var jar = jarOf("org.h2.Driver");
                var files = Files.walk(jar.getPath("/org"))) {
            for (var path :
                    (Iterable<Path>) files.filter(file -> file.toString().endsWith(".class"))::iterator) {
                byte[] file = Files.readAllBytes(path);
                var names = new HashSet<String>();
                MethodSkim.of(new ClassScan(file)).forEach(method -> names.add(method.name()));
                names.remove("<clinit>");
                var name = path.subpath(0, path.getNameCount()).toString().replace('/', '.');
                var type = name.substring(0, name.length() - ".class".length());
                byte[] changed =
                        weaver.weave(file, List.of(HookPoint.on("test", type, hook, names.toArray(String[]::new))));
                if (changed != null) {
                    woven.add(type, changed);
                }
            }
        }
        assertThat(linked()).isGreaterThan(800);
        var driver = (Driver)
                Class.forName("org.h2.Driver", true, woven).getConstructor().newInstance();
        try (var connection = driver.connect("jdbc:h2:mem:woven", new Properties());
                var statement = connection.createStatement()) {
            statement.execute("create table orders(id int primary key, price decimal(9,2), at timestamp)");
            statement.execute("insert into orders select x, x / 3.0, current_timestamp from system_range(1, 100)");
            try (var rows = statement.executeQuery("select sum(price), max(id) from orders where id > 50")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(2)).isEqualTo(100);
                assertThat(rows.getBigDecimal(1)).isEqualByComparingTo("1258.33");
            }
        }
        assertThat(hook.entered.get()).isGreaterThan(10_000).isEqualTo(hook.ended.get());
    }

    @Test
    void theSameMethodsOfTheJdkAreWovenAsByTheReference() throws Exception {
        FileSystem jdk = FileSystems.getFileSystem(URI.create("jrt:/"));
        int found = 0;
        for (var module : List.of("java.base", "java.net.http", "java.sql.rowset")) {
            found += weave(jdk.getPath("modules", module), 2);
        }
        assertThat(found).isGreaterThan(20);
    }

    /** @param above the folders that are no part of a class's name */
    private int weave(Path root, int above) throws IOException {
        int found = 0;
        try (var files = Files.walk(root)) {
            for (var path :
                    (Iterable<Path>) files.filter(file -> file.toString().endsWith(".class"))::iterator) {
                if (path.startsWith("/META-INF")) {
                    continue;
                }
                byte[] file = Files.readAllBytes(path);
                var name = path.subpath(above, path.getNameCount()).toString();
                var internalName = name.substring(0, name.length() - ".class".length());
                if (!OwnClasses.includes(internalName, null) && weave(internalName, file)) {
                    found++;
                }
            }
        }
        return found;
    }

    private boolean weave(String internalName, byte[] file) {
        var points = plan.pointsOf(internalName, loader, new ClassScan(file));
        if (points.isEmpty()) {
            return false;
        }
        var name = internalName.replace('/', '.');
        byte[] mine = weaver.weave(file, points);
        var expected = Woven.methods(reference.weave(name, file, loader, points));
        assertThat(mine == null ? Set.of() : Woven.methods(mine)).as(name).isEqualTo(expected);
        if (mine != null) {
            woven.add(name, mine);
        }
        return mine != null;
    }

    private FileSystem jarOf(String className) throws Exception {
        var source =
                Class.forName(className, false, loader).getProtectionDomain().getCodeSource();
        return FileSystems.newFileSystem(Path.of(source.getLocation().toURI()));
    }

    /** Returns how many classes the JVM accepts; none is refused. */
    private int linked() throws ClassNotFoundException {
        var refused = new ArrayList<String>();
        int linked = 0;
        for (var name : woven.names()) {
            try {
                Class.forName(name, true, woven);
                linked++;
            } catch (VerifyError | ClassFormatError e) {
                refused.add(name + ": " + e);
            } catch (LinkageError e) {
                // It needs a library that the tests do not have.
            }
        }
        assertThat(refused).isEmpty();
        return linked;
    }

    /** Sees every method twice, and changes nothing. */
    private static final class Counting implements Hook {
        private final AtomicLong entered = new AtomicLong();
        private final AtomicLong ended = new AtomicLong();

        @Override
        public Object enter(Object self, Object[] arguments) {
            entered.incrementAndGet();
            return this;
        }

        @Override
        public Object[] exit(Object token, Object self, Object[] arguments, Object result, Throwable thrown) {
            ended.incrementAndGet();
            return null;
        }
    }
}
