package io.fluxrun.entry;

import io.fluxrun.hook.HookPoint;
import java.util.List;

/** What starts a run: requests at Tomcat's connector, and methods with {@code @CaptureRun}. */
public final class EntryBoundary {
    public static final String NAME = "entry";

    private static final String CAPTURE_RUN = "io.fluxrun.CaptureRun";
    private static final String ADAPTER = "org.apache.catalina.connector.CoyoteAdapter";

    private EntryBoundary() {}

    /** Returns where entries begin and end. */
    public static List<HookPoint> points() {
        return List.of(
                HookPoint.on(NAME, ADAPTER, new ServiceHook(), "service"),
                HookPoint.on(NAME, ADAPTER, new AsyncDispatchHook(), "asyncDispatch"),
                HookPoint.on(NAME, "org.apache.catalina.core.StandardHostValve", new HandledErrorHook(), "invoke"),
                HookPoint.on(NAME, "org.apache.coyote.Request", new BodyReadHook(), "doRead"),
                HookPoint.on(NAME, "org.apache.coyote.Response", new BodyWriteHook(), "doWrite"),
                HookPoint.onAnnotated(NAME, CAPTURE_RUN, new CaptureRunHook()));
    }
}
