package io.fluxrun.entry;

import io.fluxrun.scope.Lane;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** One request on its way through Tomcat, from the connector and back, over all its threads. */
interface TomcatEntry {
    Lane lane();

    /** Takes note of the error that a failing answer is made from. */
    void handled(Throwable error);

    void read(ByteBuffer bytes);

    void written(ByteBuffer bytes);

    /** Whether bodies are looked at. */
    boolean wantsBodies();

    /** Called once, when neither Tomcat nor the application will touch the request any more. */
    void end(Tomcat tomcat, Object request);

    /** Called instead of {@link #end} if Tomcat never came back to the request. */
    void abandon();

    /** Returns what a request belongs to, {@code null} if FluxRun has nothing to do with it. */
    static @Nullable TomcatEntry of(Tomcat tomcat, Object request) {
        return (TomcatEntry) tomcat.note(request);
    }
}
