package io.fluxrun.scope;

/** The two namespaces of a process environment. */
public enum EnvironmentKind {
    VARIABLE,
    PROPERTY
}
