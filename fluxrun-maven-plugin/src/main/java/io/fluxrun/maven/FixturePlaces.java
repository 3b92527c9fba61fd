package io.fluxrun.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a test would find a fixture, and what is there. A file in two places is counted in the first one. */
record FixturePlaces(List<Place> places) {
    /** @param fixtures {@code null} if there is no such directory */
    record Place(Path directory, @Nullable List<Path> fixtures) {}

    /**
     * Looks where only the tests of one module find their fixtures.
     *
     * @param sharedRoots directories whose {@code fixtures/} the tests of other modules see, too
     */
    static FixturePlaces of(Module module, List<Path> sharedRoots) throws IOException {
        var seen = new HashSet<Path>();
        var places = new ArrayList<Place>();
        for (var root : module.testResources()) {
            places.add(look(root, root.resolve(Module.FIXTURES), seen));
        }
        for (var root : module.resources()) {
            var folder = root.resolve(Module.FIXTURES);
            if (Files.isDirectory(folder)) {
                places.add(look(folder, folder, seen));
            }
        }
        if (!sharedRoots.contains(module.directory())) {
            places.add(loose(module.directory(), seen));
        }
        return new FixturePlaces(places);
    }

    /** Looks where the tests of every module below a reactor's root find fixtures. */
    static FixturePlaces shared(Path reactorRoot) throws IOException {
        return new FixturePlaces(List.of(loose(reactorRoot, new HashSet<>())));
    }

    List<Path> fixtures() {
        return places.stream()
                .flatMap(place -> place.fixtures() == null ? Stream.of() : place.fixtures().stream())
                .toList();
    }

    /** Says where was looked and how many fixtures are there, in one line. */
    String told(Path base) {
        return places.stream()
                .map(place -> base.relativize(place.directory()) + " ("
                        + (place.fixtures() == null
                                ? "not there"
                                : place.fixtures().size()) + ")")
                .collect(Collectors.joining(", ", "Looked for fixtures in ", ""));
    }

    private static Place loose(Path directory, Set<Path> seen) throws IOException {
        return look(directory.resolve(Module.FIXTURES), null, seen);
    }

    /** @param ours the folder whose every JSON file has to be a fixture: a broken one must not pass for another file */
    private static Place look(Path directory, @Nullable Path ours, Set<Path> seen) throws IOException {
        if (!Files.isDirectory(directory)) {
            return new Place(directory, null);
        }
        var fixtures = new ArrayList<Path>();
        for (var file : WorkDirectory.files(directory)) {
            boolean meant = ours != null && file.startsWith(ours);
            boolean fixture = FixtureMark.isNamedLikeOne(file) && (meant || FixtureMark.isOn(file));
            if (fixture && seen.add(file.toRealPath())) {
                fixtures.add(file);
            }
        }
        return new Place(directory, fixtures);
    }
}
