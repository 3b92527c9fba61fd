package io.fluxrun.maven;

/** What can be wrong on the user's side; the codes are stable, scripts may rely on them. */
enum Problem {
    RUN_NOT_NAMED("FLUX-201"),
    STORE("FLUX-202"),
    FILE("FLUX-203"),
    EXISTS("FLUX-204"),
    NOT_REPRODUCED("FLUX-205"),
    NOT_COMPILED("FLUX-206"),
    FORK("FLUX-207"),
    UNREPLAYABLE("FLUX-208"),
    NOT_WRITTEN("FLUX-209"),
    NO_MODULE("FLUX-210"),
    TEST_CLASS_PATH("FLUX-211"),
    NO_FIXTURE("FLUX-212"),
    NO_TEST("FLUX-213"),
    REFUSED("FLUX-214"),
    IN_CI("FLUX-215"),
    NOT_REPAIRED("FLUX-216"),
    NOT_VERIFIED("FLUX-217"),
    SETTING("FLUX-218");

    private final String code;

    Problem(String code) {
        this.code = code;
    }

    /** Returns the exception to throw; {@code message} is one line that says what to do. */
    UserException because(String message) {
        return new UserException(this, message);
    }

    /** Returns the exception to throw for one whose message is such a line already. */
    UserException because(RuntimeException cause) {
        var exception = because(String.valueOf(cause.getMessage()));
        exception.initCause(cause);
        return exception;
    }

    String code() {
        return code;
    }
}
