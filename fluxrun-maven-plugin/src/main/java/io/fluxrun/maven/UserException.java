package io.fluxrun.maven;

/** Something the user can put right: the build fails with one line that says how. */
final class UserException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    UserException(Problem problem, String message) {
        super("[" + problem.code() + "] " + Printable.line(message));
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
