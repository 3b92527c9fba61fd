package io.fluxrun.record;

/** Why a run that was to be kept is not in the store. */
public enum DropReason {
    /** As many runs with this failure were kept as {@code fluxrun.limit.signature} says. */
    SIGNATURE_LIMIT,
    /** More runs waited to be saved than the queue holds. */
    QUEUE_FULL,
    /** The store refused it. */
    STORE_ERROR,
    /** It could not be turned into data. */
    BUILD_ERROR,
    /** The kill switch was on. */
    STOPPED,
    /** The process ended first. */
    SHUTDOWN
}
