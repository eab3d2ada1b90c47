package collapselab.view;

import collapselab.session.Coalesced;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Computes what the window shows, on two threads, so that panels do not wait for charts. Results come back to the FX thread,
 * many at a time.
 */
final class Painter implements AutoCloseable {
    private final ExecutorService threads = Executors.newFixedThreadPool(2, work -> {
        Thread painter = new Thread(work, "painter");
        painter.setDaemon(true);
        return painter;
    });
    private final Queue<Runnable> finished = new ConcurrentLinkedQueue<>();
    private final Coalesced deliver;
    private final Guard guard;
    private final Runnable afterwards;
    private final List<Object> outstanding = new ArrayList<>();

    /**
     * @param fx the FX thread
     * @param guard runs what the FX thread does with a result, and takes what work throws
     * @param afterwards called there whenever something was delivered
     */
    Painter(Executor fx, Guard guard, Runnable afterwards) {
        deliver = new Coalesced(fx, this::deliver);
        this.guard = guard;
        this.afterwards = afterwards;
    }

    /** Computes something for nobody in particular. */
    void submit(Supplier<Runnable> work) {
        submit(this, work);
    }

    /**
     * Computes something. Called on the FX thread.
     *
     * @param owner who asks
     * @param work runs on a painter's thread; what it returns runs on the FX thread
     */
    void submit(Object owner, Supplier<Runnable> work) {
        outstanding.add(owner);
        threads.execute(() -> {
            Runnable result;
            try {
                result = work.get();
            } catch (RuntimeException | Error e) {
                result = () -> guard.failed(owner, e);
            }
            Runnable outcome = result;
            finished.add(() -> {
                outstanding.remove(owner);
                guard.run(owner, outcome);
            });
            deliver.run();
        });
    }

    private void deliver() {
        for (Runnable result = finished.poll(); result != null; result = finished.poll()) {
            result.run();
        }
        afterwards.run();
    }

    /** Whether everything that was asked for is delivered. Called on the FX thread. */
    boolean idle() {
        return outstanding.isEmpty();
    }

    /** Whether everything that one owner asked for is delivered. Called on the FX thread. */
    boolean idle(Object owner) {
        return !outstanding.contains(owner);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
