package io.fluxrun.hook;

import java.util.List;
import java.util.Set;

/**
 * Where a hook is put.
 *
 * @param boundary named in messages when the point cannot be installed
 * @param types binary names: the classes themselves, the interfaces whose implementations are meant, or the
 *     annotations that mark the methods; for {@link Match#MARKED} marks
 * @param match how {@code types} is meant
 * @param methods method names, each alone ({@code execute}) or with its parameter types in the JVM's descriptor form
 *     ({@code execute(Ljava/lang/String;)}); a constructor is {@code <init>}; empty for
 *     {@link Match#ANNOTATED} and {@link Match#MARKED}
 */
public record HookPoint(String boundary, Set<String> types, Match match, Set<String> methods, Hook hook) {
    public HookPoint {
        types = Set.copyOf(types);
        methods = Set.copyOf(methods);
    }

    /** Whether a point names classes, their supertypes, or annotations of methods. */
    public enum Match {
        EXACT,
        SUBTYPES,
        ANNOTATED,
        /** A type or a method is marked, there or in a supertype. */
        MARKED
    }

    public static HookPoint on(String boundary, String type, Hook hook, String... methods) {
        return new HookPoint(boundary, Set.of(type), Match.EXACT, Set.of(methods), hook);
    }

    public static HookPoint onImplementations(String boundary, List<String> types, Hook hook, String... methods) {
        return new HookPoint(boundary, Set.copyOf(types), Match.SUBTYPES, Set.of(methods), hook);
    }

    /**
     * @param marks {@code @} and an annotation of methods or types, {@code @com.acme.Outside}; a type,
     *     {@code com.acme.Gateway}; or a type's method, {@code com.acme.Gateway#charge}
     */
    public static HookPoint onMarked(String boundary, Set<String> marks, Hook hook) {
        return new HookPoint(boundary, marks, Match.MARKED, Set.of(), hook);
    }

    public static HookPoint onAnnotated(String boundary, String annotation, Hook hook) {
        return new HookPoint(boundary, Set.of(annotation), Match.ANNOTATED, Set.of(), hook);
    }
}
