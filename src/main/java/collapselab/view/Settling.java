package collapselab.view;

import collapselab.experiment.RunSpec;
import collapselab.session.Failure;
import collapselab.session.Plan;
import collapselab.session.Workers;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Finds out on threads of its own whether settings can be computed: that may read files, and a file may be on a disk that does
 * not answer. Only the newest question is answered. One thread owns it; {@code wake} is called from others.
 */
final class Settling implements AutoCloseable {
    private final Executor executor;
    private final Runnable close;
    private final Runnable wake;
    private final Queue<Runnable> answers = new ConcurrentLinkedQueue<>();
    private volatile long newest;
    private long asked;
    private boolean closed;

    /** What is asked, the how manieth question it is, and what is done with the answer. */
    private record Question(long number, RunSpec<?> wanted, Consumer<Plan> accepted, Consumer<String> refused) {}

    /** @param wake called whenever {@link #tick} has something to do */
    static Settling onThreads(Runnable wake) {
        ExecutorService threads = Executors.newCachedThreadPool(Workers.named("settings"));
        return new Settling(threads, threads::shutdownNow, wake);
    }

    /** Answers at once, on the thread that asks. */
    static Settling atOnce() {
        return by(Runnable::run);
    }

    /** Answers when and where an executor does. */
    static Settling by(Executor executor) {
        return new Settling(executor, () -> {}, () -> {});
    }

    private Settling(Executor executor, Runnable close, Runnable wake) {
        this.executor = executor;
        this.close = close;
        this.wake = wake;
    }

    /**
     * Asks; a question that is not answered yet is dropped.
     *
     * @param accepted told, by {@link #tick}, that the settings can be computed
     * @param refused told, by {@link #tick}, in one sentence why not
     */
    void ask(RunSpec<?> wanted, Consumer<Plan> accepted, Consumer<String> refused) {
        if (closed) {
            return;
        }
        Question question = new Question(++asked, wanted, accepted, refused);
        newest = question.number();
        executor.execute(() -> answer(question));
        tick();
    }

    private void answer(Question question) {
        if (newest != question.number()) {
            return;
        }
        Optional<Plan> plan = Optional.empty();
        String refusal = "";
        try {
            plan = Optional.of(Plan.of(question.wanted()));
        } catch (RuntimeException | Error e) {
            refusal = Failure.told(e);
        }
        Optional<Plan> found = plan;
        String why = refusal;
        answers.add(() -> {
            if (newest == question.number()) {
                newest = 0;
                found.ifPresentOrElse(
                        question.accepted(), () -> question.refused().accept(why));
            }
        });
        wake.run();
    }

    /** Hands over what was found out. */
    void tick() {
        for (Runnable answer = answers.poll(); answer != null; answer = answers.poll()) {
            answer.run();
        }
    }

    /** Whether a question is not answered yet. */
    boolean asking() {
        return newest != 0;
    }

    /** Drops the question that is not answered yet, if any. */
    void drop() {
        newest = 0;
    }

    @Override
    public void close() {
        closed = true;
        drop();
        close.run();
    }
}
