package collapselab.kernel.neural;

import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * A few threads that work on the parts of one task at the same time; the caller is the first of them.
 *
 * <p>A phase of a training step lasts about a millisecond, so handing it over must cost less than a microsecond: both
 * sides spin for some ten microseconds, and park only when that was not enough. Between tasks all threads are parked.
 */
final class Shards implements AutoCloseable {
    /** Some 20 to 60 microseconds: longer than shards differ in a phase, shorter than anybody notices. */
    private static final int SPINS = 2_000;

    private final Worker[] workers;
    private volatile IntConsumer task;
    private volatile long ticket;
    private volatile boolean closed;
    private volatile Thread waitingCaller;

    /**
     * Starts the threads of shards 1 and up.
     *
     * @param prepare runs first on each of them; what it throws there, each {@link #run} throws
     */
    Shards(int count, Runnable prepare) {
        workers = new Worker[count - 1];
        for (int i = 0; i < workers.length; i++) {
            workers[i] = new Worker(i + 1, prepare);
            workers[i].thread.start();
        }
    }

    /** How many there are, the caller's included. */
    int count() {
        return workers.length + 1;
    }

    /**
     * Runs {@code work} once for every shard and returns when all are done, also if one of them throws; what the first of
     * them threw is thrown again.
     */
    void run(IntConsumer work) {
        task = work;
        long current = ticket + 1;
        ticket = current;
        for (Worker worker : workers) {
            worker.wake();
        }
        Throwable failure = null;
        try {
            work.accept(0);
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        for (Worker worker : workers) {
            awaitDone(worker, current);
            failure = failure == null ? worker.failure : failure;
        }
        task = null;
        rethrow(failure);
    }

    private void awaitDone(Worker worker, long current) {
        for (int spin = 0; spin < SPINS; spin++) {
            if (worker.done == current) {
                return;
            }
            Thread.onSpinWait();
        }
        // An interrupted thread does not park: the flag is lifted while this waits, and set again for its owner.
        boolean interrupted = false;
        waitingCaller = Thread.currentThread();
        while (worker.done != current) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        waitingCaller = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    /** Ends the threads and waits for them. */
    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        for (Worker worker : workers) {
            LockSupport.unpark(worker.thread);
            while (worker.thread.isAlive()) {
                try {
                    worker.thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The thread of one shard. */
    private final class Worker implements Runnable {
        private final int shard;
        private final Runnable prepare;
        private final Thread thread;
        private volatile boolean parked;
        private volatile long done;
        private volatile Throwable failure;
        private Throwable unprepared;

        Worker(int shard, Runnable prepare) {
            this.shard = shard;
            this.prepare = prepare;
            thread = new Thread(this, "network-shard-" + shard);
            thread.setDaemon(true);
        }

        /** The ticket is written before this reads the flag, and the flag before the worker reads the ticket: one sees the other. */
        void wake() {
            if (parked) {
                LockSupport.unpark(thread);
            }
        }

        @Override
        public void run() {
            try {
                prepare.run();
            } catch (RuntimeException | Error e) {
                // The thread lives on: whoever hands it work waits for its answer.
                unprepared = e;
            }
            long next = 1;
            while (awaitTicket(next)) {
                work();
                done = next;
                next++;
                LockSupport.unpark(waitingCaller);
            }
        }

        private void work() {
            failure = unprepared;
            if (unprepared != null) {
                return;
            }
            try {
                task.accept(shard);
            } catch (RuntimeException | Error e) {
                failure = e;
            }
        }

        /** Whether there is work; false when the shards are closed. */
        private boolean awaitTicket(long next) {
            for (int spin = 0; spin < SPINS; spin++) {
                if (ticket >= next) {
                    return true;
                }
                Thread.onSpinWait();
            }
            parked = true;
            while (ticket < next && !closed) {
                LockSupport.park(Shards.this);
            }
            parked = false;
            return ticket >= next;
        }
    }
}
