package collapselab.view;

import collapselab.session.Coalesced;
import collapselab.session.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Computes what the window shows: pictures of panels on two threads, and on one of its own what they must not wait for, such as
 * charts. Results come back to the FX thread, many at a time.
 */
final class Painter implements AutoCloseable {
    private final ExecutorService pictures = Executors.newFixedThreadPool(2, Workers.named("painter"));
    private final ExecutorService others = Executors.newSingleThreadExecutor(Workers.named("chart-painter"));
    private final ExecutorService readers = Executors.newCachedThreadPool(Workers.named("reader"));
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

    /** Does what may hang, such as reading a file, on a thread of its own: what is drawn does not wait for it. */
    void read(Supplier<Runnable> work) {
        readers.execute(() -> {
            finished.add(outcome(readers, work));
            deliver.run();
        });
    }

    /** Computes something for nobody in particular. */
    void submit(Supplier<Runnable> work) {
        submit(this, work);
    }

    /** Draws a panel's picture, before anything else. */
    void picture(Supplier<Runnable> work) {
        submit(pictures, this, work);
    }

    /**
     * Computes something. Called on the FX thread.
     *
     * @param owner who asks
     * @param work runs on a painter's thread; what it returns runs on the FX thread
     */
    void submit(Object owner, Supplier<Runnable> work) {
        submit(others, owner, work);
    }

    private void submit(Executor threads, Object owner, Supplier<Runnable> work) {
        outstanding.add(owner);
        threads.execute(() -> {
            Runnable outcome = outcome(owner, work);
            finished.add(() -> {
                outstanding.remove(owner);
                outcome.run();
            });
            deliver.run();
        });
    }

    /** What is to be done with what work gives, or throws. */
    private Runnable outcome(Object owner, Supplier<Runnable> work) {
        try {
            Runnable result = work.get();
            return () -> guard.run(mark(owner), result);
        } catch (RuntimeException | Error e) {
            return () -> guard.failed(mark(owner), e);
        }
    }

    /** What a part computes fails and works apart from what it shows. */
    private static Object mark(Object owner) {
        return List.of(Painter.class, owner);
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
        pictures.shutdownNow();
        others.shutdownNow();
        readers.shutdownNow();
    }
}
