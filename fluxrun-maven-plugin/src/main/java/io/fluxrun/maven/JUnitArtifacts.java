package io.fluxrun.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.jspecify.annotations.Nullable;

/** Fetches what a project's POM need not name, because Surefire brings it too: JUnit's launcher and engine. */
record JUnitArtifacts(RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {
    private static final String PLATFORM = "org.junit.platform";
    private static final String JUPITER = "org.junit.jupiter";

    /** Returns what has to follow the test class path, in the versions that are on it. */
    List<Path> missing(Collection<Artifact> testArtifacts) {
        var missing = new ArrayList<Path>();
        for (var coordinates : missingCoordinates(testArtifacts)) {
            missing.addAll(withDependencies(coordinates, testArtifacts));
        }
        return missing;
    }

    static List<String> missingCoordinates(Collection<Artifact> testArtifacts) {
        if (find(testArtifacts, "io.fluxrun", "fluxrun-junit") == null) {
            throw Problem.TEST_CLASS_PATH.because(
                    "io.fluxrun:fluxrun-junit is missing: add it to the POM's dependencies with scope test.");
        }
        var platform = Stream.of("junit-platform-engine", "junit-platform-commons")
                .map(name -> find(testArtifacts, PLATFORM, name))
                .filter(found -> found != null)
                .findFirst()
                .orElseThrow(() -> Problem.TEST_CLASS_PATH.because(
                        "JUnit 5.12 or newer is missing: add org.junit.jupiter:junit-jupiter with scope test."));
        var missing = new ArrayList<String>();
        if (find(testArtifacts, PLATFORM, "junit-platform-launcher") == null) {
            missing.add(PLATFORM + ":junit-platform-launcher:" + platform.getVersion());
        }
        var api = find(testArtifacts, JUPITER, "junit-jupiter-api");
        if (api != null && find(testArtifacts, JUPITER, "junit-jupiter-engine") == null) {
            missing.add(JUPITER + ":junit-jupiter-engine:" + api.getVersion());
        }
        return missing;
    }

    /** Resolves one artifact, such as the agent. */
    Path resolve(String coordinates) {
        try {
            var request = new ArtifactRequest(new DefaultArtifact(coordinates), repositories, null);
            return system.resolveArtifact(session, request)
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw Problem.TEST_CLASS_PATH.because("Could not resolve " + coordinates + ": " + e.getMessage());
        }
    }

    private List<Path> withDependencies(String coordinates, Collection<Artifact> present) {
        try {
            var root = new Dependency(new DefaultArtifact(coordinates), "runtime");
            var request = new DependencyRequest(new CollectRequest(root, repositories), null);
            return system.resolveDependencies(session, request).getArtifactResults().stream()
                    .map(result -> result.getArtifact())
                    .filter(found -> find(present, found.getGroupId(), found.getArtifactId()) == null)
                    .map(found -> found.getFile().toPath())
                    .toList();
        } catch (DependencyResolutionException e) {
            throw Problem.TEST_CLASS_PATH.because("Could not resolve " + coordinates + ": " + e.getMessage());
        }
    }

    private static @Nullable Artifact find(Collection<Artifact> artifacts, String group, String name) {
        return artifacts.stream()
                .filter(artifact -> artifact.getGroupId().equals(group)
                        && artifact.getArtifactId().equals(name))
                .findFirst()
                .orElse(null);
    }
}
