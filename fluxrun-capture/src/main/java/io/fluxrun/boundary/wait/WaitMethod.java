package io.fluxrun.boundary.wait;

import java.util.List;

/**
 * A method that waits until something happens or its time is over.
 *
 * @param type internal name of the class or interface that declares it
 * @param subtypes internal names of the JDK's types whose calls name them instead
 * @param method name and descriptor
 * @param ofInterface whether {@code type} is an interface
 * @param inherited whether classes of the application and its libraries may have it, too
 */
public record WaitMethod(
        String type,
        List<String> subtypes,
        String method,
        boolean isStatic,
        boolean ofInterface,
        boolean inherited,
        Limit limit,
        Late late) {
    public WaitMethod {
        subtypes = List.copyOf(subtypes);
    }

    private static final String UNIT = "JLjava/util/concurrent/TimeUnit;)";

    /** Returns the method of the same name that waits, of one that does not. */
    WaitMethod patient() {
        var waiting = method.replace(")", UNIT);
        return new WaitMethod(type, List.of(), waiting, isStatic, ofInterface, inherited, Limit.UNIT, late);
    }

    /** Whether it gives up a lock while it waits. */
    boolean releases() {
        return type.endsWith("/Condition") || name().equals("wait") || name().equals("timedWait");
    }

    /** Whether it runs tasks, and cancels those that are not done in time. */
    boolean invokesMany() {
        return name().startsWith("invoke");
    }

    String name() {
        return method.substring(0, method.indexOf('('));
    }

    /** Whether it only says how long somebody else waits. */
    boolean limitsFuture() {
        return name().endsWith("Timeout");
    }

    /** A sleep has nothing that could happen before its time is over. */
    boolean sleeps() {
        return name().equals("sleep");
    }
}
