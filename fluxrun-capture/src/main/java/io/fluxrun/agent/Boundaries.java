package io.fluxrun.agent;

import io.fluxrun.hook.HookPoint;
import io.fluxrun.replay.RequestKey;
import java.util.List;

/** The composition root: every boundary's hooks and request keys. */
public final class Boundaries {
    private Boundaries() {}

    /** Returns where hooks are put, all boundaries together. */
    public static List<HookPoint> hookPoints() {
        return List.of();
    }

    /** Returns what makes two requests the same, by boundary. */
    public static List<RequestKey> requestKeys() {
        return List.of();
    }
}
