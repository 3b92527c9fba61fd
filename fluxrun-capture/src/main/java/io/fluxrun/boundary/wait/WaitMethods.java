package io.fluxrun.boundary.wait;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The JDK's methods that wait for at most some time. */
final class WaitMethods {
    private static final String CONCURRENT = "java/util/concurrent/";
    private static final String LOCKS = CONCURRENT + "locks/";
    private static final String THREAD = "java/lang/Thread";
    private static final String PROCESS = "java/lang/Process";
    private static final String UNIT = "JLjava/util/concurrent/TimeUnit;)";
    private static final String OBJECT = "Ljava/lang/Object;";

    private final List<WaitMethod> methods = new ArrayList<>();

    private WaitMethods() {}

    static List<WaitMethod> all() {
        var all = new WaitMethods();
        all.threads();
        all.futuresAndExecutors();
        all.queues();
        all.locks();
        all.tries();
        return all.methods;
    }

    private void threads() {
        statics(THREAD, "sleep(J)V", Limit.MILLIS, Late.ELAPSED);
        statics(THREAD, "sleep(JI)V", Limit.MILLIS_NANOS, Late.ELAPSED);
        statics(THREAD, "sleep(Ljava/time/Duration;)V", Limit.DURATION, Late.ELAPSED);
        var unit = CONCURRENT + "TimeUnit";
        add(unit, List.of(), "sleep(J)V", false, false, false, Limit.AMOUNT, Late.ELAPSED);
        inherited(THREAD, List.of(), "join(J)V", false, Limit.MILLIS, Late.ALIVE);
        inherited(THREAD, List.of(), "join(JI)V", false, Limit.MILLIS_NANOS, Late.ALIVE);
        inherited(THREAD, List.of(), "join(Ljava/time/Duration;)Z", false, Limit.DURATION, Late.FALSE);
        add(unit, List.of(), "timedJoin(L" + THREAD + ";J)V", false, false, false, Limit.AMOUNT, Late.ALIVE);
        add(unit, List.of(), "timedWait(" + OBJECT + "J)V", false, false, false, Limit.AMOUNT, Late.ELAPSED);
        inherited(PROCESS, List.of(), "waitFor(" + UNIT + "Z", false, Limit.UNIT, Late.FALSE);
        inherited(PROCESS, List.of(), "waitFor(Ljava/time/Duration;)Z", false, Limit.DURATION, Late.FALSE);
        add("java/lang/Object", List.of(), "wait(J)V", false, false, false, Limit.MILLIS, Late.ELAPSED);
        add("java/lang/Object", List.of(), "wait(JI)V", false, false, false, Limit.MILLIS_NANOS, Late.ELAPSED);
        var support = LOCKS + "LockSupport";
        statics(support, "parkNanos(J)V", Limit.NANOS, Late.ELAPSED);
        statics(support, "parkNanos(" + OBJECT + "J)V", Limit.NANOS, Late.ELAPSED);
        statics(support, "parkUntil(J)V", Limit.UNTIL_MILLIS, Late.ELAPSED);
        statics(support, "parkUntil(" + OBJECT + "J)V", Limit.UNTIL_MILLIS, Late.ELAPSED);
    }

    private void futuresAndExecutors() {
        inherited(
                CONCURRENT + "Future",
                concurrent(
                        "RunnableFuture",
                        "ScheduledFuture",
                        "RunnableScheduledFuture",
                        "CompletableFuture",
                        "FutureTask",
                        "ForkJoinTask",
                        "RecursiveTask",
                        "RecursiveAction",
                        "CountedCompleter"),
                "get(" + UNIT + OBJECT,
                true,
                Limit.UNIT,
                Late.TIMEOUT_EXCEPTION);
        var joins = concurrent("RecursiveTask", "RecursiveAction", "CountedCompleter");
        for (var join : List.of("quietlyJoin", "quietlyJoinUninterruptibly")) {
            inherited(CONCURRENT + "ForkJoinTask", joins, join + "(" + UNIT + "Z", false, Limit.UNIT, Late.FALSE);
        }
        var executors = concurrent(
                "ScheduledExecutorService",
                "AbstractExecutorService",
                "ThreadPoolExecutor",
                "ScheduledThreadPoolExecutor",
                "ForkJoinPool");
        var service = CONCURRENT + "ExecutorService";
        var tasks = "Ljava/util/Collection;";
        inherited(service, executors, "awaitTermination(" + UNIT + "Z", true, Limit.UNIT, Late.FALSE);
        var list = "Ljava/util/List;";
        inherited(service, executors, "invokeAll(" + tasks + UNIT + list, true, Limit.UNIT, Late.NULL);
        inherited(service, executors, "invokeAny(" + tasks + UNIT + OBJECT, true, Limit.UNIT, Late.TIMEOUT_EXCEPTION);
        inherited(
                CONCURRENT + "CompletionService",
                concurrent("ExecutorCompletionService"),
                "poll(" + UNIT + "Ljava/util/concurrent/Future;",
                true,
                Limit.UNIT,
                Late.NULL);
        var future = "Ljava/util/concurrent/CompletableFuture;";
        own("CompletableFuture", "orTimeout(" + UNIT + future, Late.TIMEOUT_EXCEPTION);
        own("CompletableFuture", "completeOnTimeout(" + OBJECT + UNIT + future, Late.TIMEOUT_EXCEPTION);
        own("ForkJoinPool", "awaitQuiescence(" + UNIT + "Z", Late.FALSE);
    }

    private void queues() {
        var deques = concurrent("LinkedBlockingDeque");
        var queues = concurrent(
                "BlockingDeque",
                "TransferQueue",
                "ArrayBlockingQueue",
                "LinkedBlockingQueue",
                "LinkedBlockingDeque",
                "PriorityBlockingQueue",
                "SynchronousQueue",
                "LinkedTransferQueue",
                "DelayQueue");
        var queue = CONCURRENT + "BlockingQueue";
        var deque = CONCURRENT + "BlockingDeque";
        inherited(queue, queues, "poll(" + UNIT + OBJECT, true, Limit.UNIT, Late.NULL);
        inherited(queue, queues, "offer(" + OBJECT + UNIT + "Z", true, Limit.UNIT, Late.FALSE);
        inherited(deque, deques, "pollFirst(" + UNIT + OBJECT, true, Limit.UNIT, Late.NULL);
        inherited(deque, deques, "pollLast(" + UNIT + OBJECT, true, Limit.UNIT, Late.NULL);
        inherited(deque, deques, "offerFirst(" + OBJECT + UNIT + "Z", true, Limit.UNIT, Late.FALSE);
        inherited(deque, deques, "offerLast(" + OBJECT + UNIT + "Z", true, Limit.UNIT, Late.FALSE);
        inherited(
                CONCURRENT + "TransferQueue",
                concurrent("LinkedTransferQueue"),
                "tryTransfer(" + OBJECT + UNIT + "Z",
                true,
                Limit.UNIT,
                Late.FALSE);
        own("DelayQueue", "poll(" + UNIT + "Ljava/util/concurrent/Delayed;", Late.NULL);
        own("DelayQueue", "offer(Ljava/util/concurrent/Delayed;" + UNIT + "Z", Late.FALSE);
    }

    private void locks() {
        inherited(
                LOCKS + "Lock",
                concurrent(
                        "locks/ReentrantLock",
                        "locks/ReentrantReadWriteLock$ReadLock",
                        "locks/ReentrantReadWriteLock$WriteLock"),
                "tryLock(" + UNIT + "Z",
                true,
                Limit.UNIT,
                Late.FALSE);
        var condition = LOCKS + "Condition";
        var conditions = concurrent(
                "locks/AbstractQueuedSynchronizer$ConditionObject",
                "locks/AbstractQueuedLongSynchronizer$ConditionObject");
        inherited(condition, conditions, "await(" + UNIT + "Z", true, Limit.UNIT, Late.FALSE);
        inherited(condition, conditions, "awaitNanos(J)J", true, Limit.NANOS, Late.ZERO);
        inherited(condition, conditions, "awaitUntil(Ljava/util/Date;)Z", true, Limit.UNTIL_DATE, Late.FALSE);
        own("locks/StampedLock", "tryReadLock(" + UNIT + "J", Late.ZERO);
        own("locks/StampedLock", "tryWriteLock(" + UNIT + "J", Late.ZERO);
        own("CountDownLatch", "await(" + UNIT + "Z", Late.FALSE);
        own("CyclicBarrier", "await(" + UNIT + "I", Late.TIMEOUT_EXCEPTION);
        own("Semaphore", "tryAcquire(" + UNIT + "Z", Late.FALSE);
        own("Semaphore", "tryAcquire(I" + UNIT + "Z", Late.FALSE);
        own("Phaser", "awaitAdvanceInterruptibly(I" + UNIT + "I", Late.TIMEOUT_EXCEPTION);
        own("Exchanger", "exchange(" + OBJECT + UNIT + OBJECT, Late.TIMEOUT_EXCEPTION);
    }

    /** Whether somebody else was first is a fact, too. */
    private void tries() {
        var lock = LOCKS + "Lock";
        for (var one :
                List.of("ReentrantLock", "ReentrantReadWriteLock$ReadLock", "ReentrantReadWriteLock$WriteLock")) {
            atOnce(LOCKS + one, "tryLock()Z", Late.FALSE);
        }
        add(lock, List.of(), "tryLock()Z", false, true, false, Limit.AT_ONCE, Late.FALSE);
        atOnce(LOCKS + "StampedLock", "tryReadLock()J", Late.ZERO);
        atOnce(LOCKS + "StampedLock", "tryWriteLock()J", Late.ZERO);
        atOnce(CONCURRENT + "Semaphore", "tryAcquire()Z", Late.FALSE);
        atOnce(CONCURRENT + "Semaphore", "tryAcquire(I)Z", Late.FALSE);
        var transfer = "tryTransfer(" + OBJECT + ")Z";
        atOnce(CONCURRENT + "LinkedTransferQueue", transfer, Late.FALSE);
        add(CONCURRENT + "TransferQueue", List.of(), transfer, false, true, false, Limit.AT_ONCE, Late.FALSE);
    }

    private void atOnce(String type, String method, Late late) {
        add(type, List.of(), method, false, false, false, Limit.AT_ONCE, late);
    }

    private static List<String> concurrent(String... names) {
        return Stream.of(names).map(name -> CONCURRENT + name).toList();
    }

    private void statics(String type, String method, Limit limit, Late late) {
        add(type, List.of(), method, true, false, false, limit, late);
    }

    /** A method of a class that is rarely extended. */
    private void own(String type, String method, Late late) {
        add(CONCURRENT + type, List.of(), method, false, false, false, Limit.UNIT, late);
    }

    private void inherited(
            String type, List<String> subtypes, String method, boolean ofInterface, Limit limit, Late late) {
        add(type, subtypes, method, false, ofInterface, true, limit, late);
    }

    private void add(
            String type,
            List<String> subtypes,
            String method,
            boolean isStatic,
            boolean ofInterface,
            boolean inherited,
            Limit limit,
            Late late) {
        methods.add(new WaitMethod(type, subtypes, method, isStatic, ofInterface, inherited, limit, late));
    }
}
