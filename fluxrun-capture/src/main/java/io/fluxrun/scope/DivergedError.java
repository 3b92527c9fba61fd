package io.fluxrun.scope;

/**
 * The replayed code asked something that the fixture cannot answer. An {@link Error}, so that retry code and connection
 * pools do not take it for a transient fault.
 */
public class DivergedError extends Error {
    private static final long serialVersionUID = 1L;

    public DivergedError(String message) {
        super(message);
    }
}
