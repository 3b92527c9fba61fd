package io.fluxrun.record;

import org.jspecify.annotations.Nullable;

/**
 * How a recorder behaves.
 *
 * @param service name of the recorded service, {@code null}: the build's name, if the application carries one
 * @param version its version, {@code null}: the build's version
 * @param commit its Git commit, {@code null}: the commit of {@code git.properties}
 * @param forceHeader a request with this header is kept even if it succeeds; {@code null}: none is
 * @param slowMillis a run that takes at least as long is kept even if it succeeds; 0: none is
 * @param killFile path of the file that stops recording for as long as it exists; {@code null}: none does
 */
public record RecorderSettings(
        Limits limits,
        @Nullable String service,
        @Nullable String version,
        @Nullable String commit,
        @Nullable String forceHeader,
        long slowMillis,
        @Nullable String killFile) {
    public static final RecorderSettings DEFAULT =
            new RecorderSettings(Limits.DEFAULT, null, null, null, null, 0, null);
}
