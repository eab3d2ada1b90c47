package collapselab.session;

import collapselab.experiment.RunSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A run that was started: what it computes, how far it is, and how to hold or stop it. Safe to use from any thread. */
public final class Run {
    /** What a run is doing. */
    public enum State {
        /** Waits for a thread, or for data. */
        WAITING,
        RUNNING,
        PAUSED,
        DONE,
        CANCELLED,
        /** Stopped by a failure; what was recorded stays. */
        FAILED
    }

    private final RunSpec<?> spec;
    private final List<? extends Panel<?, ?>> panels;
    private final Gate gate;
    private final long created = System.nanoTime();
    private volatile long started;
    private volatile double startedAt = Double.NaN;
    private volatile State state = State.WAITING;
    private volatile String failure = "";

    Run(RunSpec<?> spec, List<? extends Panel<?, ?>> panels, Gate gate) {
        this.spec = spec;
        this.panels = List.copyOf(panels);
        this.gate = gate;
    }

    /** What is computed. */
    public RunSpec<?> spec() {
        return spec;
    }

    /** One panel a regime, in the spec's order. */
    public List<? extends Panel<?, ?>> panels() {
        return panels;
    }

    /** What the run is doing. */
    public State state() {
        return state == State.RUNNING && gate.paused() ? State.PAUSED : state;
    }

    /** Why the run failed, in one sentence. */
    public Optional<String> failure() {
        return failure.isEmpty() ? Optional.empty() : Optional.of(failure);
    }

    /** How much of the whole run is done, 0 to 1. */
    public double fraction() {
        return state == State.DONE ? 1 : gate.fraction();
    }

    /** Seconds until it is done at the pace so far; empty while that cannot be told. */
    public OptionalDouble secondsLeft() {
        double done = fraction();
        double gained = done - startedAt;
        if (state != State.RUNNING || !(gained > 0.002)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((System.nanoTime() - started) * 1e-9 * (1 - done) / gained);
    }

    /** Generations that every panel has finished. */
    public int computed() {
        return panels.stream().mapToInt(p -> p.recording().size()).min().orElse(0);
    }

    /** Generations that any panel has finished. */
    public int furthest() {
        return panels.stream().mapToInt(p -> p.recording().size()).max().orElse(0);
    }

    /** Holds the work where it is, within its next report. */
    public void pause() {
        gate.pause(true);
    }

    /** Lets held work go on. */
    public void resume() {
        gate.pause(false);
    }

    /** Stops the work for good; what was recorded stays. What waits for a thread has ended at once. */
    public void cancel() {
        gate.cancel();
        if (state == State.WAITING) {
            end(State.CANCELLED, "");
        }
    }

    Gate gate() {
        return gate;
    }

    /** A thread works on it, unless it has ended. */
    synchronized void begin() {
        if (state == State.WAITING) {
            state = State.RUNNING;
        }
    }

    /** Data and instruments are there: from here on the pace tells how long it takes. */
    void opened() {
        if (Double.isNaN(startedAt)) {
            started = System.nanoTime();
            startedAt = gate.fraction();
        }
    }

    /**
     * Ends it and tells so; the first end stands.
     *
     * @return whether this was the first
     */
    boolean end(State how, String why) {
        synchronized (this) {
            if (state != State.WAITING && state != State.RUNNING) {
                return false;
            }
            failure = why;
            state = how;
        }
        gate.tell();
        return true;
    }

    /** Seconds since the run was asked for. */
    public double age() {
        return (System.nanoTime() - created) * 1e-9;
    }
}
