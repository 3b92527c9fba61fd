package io.fluxrun.replay;

/** What a test can declare or change when a live call was blocked. */
final class BlockedHint {
    private BlockedHint() {}

    static String of(String boundary) {
        return switch (boundary) {
            case "socket" ->
                " If the test itself runs that server on the loopback interface, declare it:"
                        + " replay.allowLoopback(port).";
            case "client", "dns", "process" ->
                " FluxRun does not record it: let the test give the application a stand-in for it.";
            default -> "";
        };
    }
}
