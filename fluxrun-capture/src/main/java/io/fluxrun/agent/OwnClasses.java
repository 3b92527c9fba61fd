package io.fluxrun.agent;

import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is never instrumented: FluxRun itself, other agents, and classes the JVM makes for itself. */
final class OwnClasses {
    private static final String FLUXRUN = "io/fluxrun/";
    /** What a library in the application's class loader wraps is called in an agent's lanes by a hook. */
    private static final String WRAPPED = FLUXRUN + "boundary/host/Wrapped";

    private static final List<String> NEVER = List.of(
            BridgeClass.INTERNAL_NAME,
            "java/lang/invoke/",
            "java/lang/reflect/",
            "java/lang/instrument/",
            "jdk/internal/reflect/",
            "jdk/internal/loader/",
            "jdk/internal/module/",
            "sun/reflect/",
            "sun/instrument/",
            "jdk/proxy",
            "com/sun/proxy/",
            "io/opentelemetry/javaagent/",
            "com/intellij/rt/",
            "org/jacoco/agent/");

    /** Their clock reads are no part of an application. */
    private static final List<String> TOOLS = List.of(
            "org/junit/",
            "org/opentest4j/",
            "org/apiguardian/",
            "org/apache/maven/",
            "org/codehaus/plexus/",
            "org/gradle/",
            "org/eclipse/jdt/",
            "com/intellij/",
            "net/bytebuddy/",
            "org/mockito/");

    /** A server times its sockets, keep-alives and async requests with real time, in a replay too. */
    private static final List<String> SERVERS = List.of(
            "org/apache/coyote/", "org/apache/tomcat/", "org/apache/catalina/core/", "org/apache/catalina/connector/");

    /** When a log line is written, and what its framework does for it, is no part of the application's run. */
    private static final List<String> LOGGING = List.of(
            "ch/qos/logback/",
            "org/apache/logging/log4j/",
            "org/apache/commons/logging/",
            "org/slf4j/",
            "org/jboss/logging/",
            "org/jboss/logmanager/",
            "net/logstash/logback/",
            "com/lmax/disruptor/");

    private OwnClasses() {}

    static boolean includes(@Nullable String internalName, @Nullable ProtectionDomain domain) {
        if (internalName == null) {
            return true;
        }
        if (internalName.startsWith(FLUXRUN)) {
            return !compiledForTests(domain) && !internalName.equals(WRAPPED);
        }
        return startsWithAny(internalName, NEVER);
    }

    /** Whether a class belongs to a test or build tool, a server or a logging framework: hooks may be put there, its call sites stay. */
    static boolean isTool(String internalName) {
        return startsWithAny(internalName, TOOLS)
                || startsWithAny(internalName, SERVERS)
                || startsWithAny(internalName, LOGGING);
    }

    private static boolean startsWithAny(String name, List<String> prefixes) {
        for (var prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** FluxRun's tests have its package names, and are applications. */
    private static boolean compiledForTests(@Nullable ProtectionDomain domain) {
        CodeSource source = domain == null ? null : domain.getCodeSource();
        return source != null
                && source.getLocation() != null
                && source.getLocation().getPath().endsWith("/test-classes/");
    }
}
