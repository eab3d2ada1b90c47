package collapselab.session;

import collapselab.experiment.RunSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

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
    private final Pace pace;
    private final long created = System.nanoTime();
    private volatile long begun;
    private volatile State state = State.WAITING;
    private volatile String failure = "";
    private volatile String data = "";
    private volatile boolean asks;
    private volatile double expected;
    private volatile OptionalInt chosen;
    private volatile Runnable onChoice = () -> {};

    /** @param chosen the chain to picture, its place among the chains; empty: the first, in the end the typical one */
    Run(RunSpec<?> spec, List<? extends Panel<?, ?>> panels, Gate gate, OptionalInt chosen) {
        this.spec = spec;
        this.panels = List.copyOf(panels);
        this.gate = gate;
        pace = new Pace(gate::fraction);
        this.chosen = chosen;
    }

    /** What is computed. */
    public RunSpec<?> spec() {
        return spec;
    }

    /** One panel a regime, in the spec's order. */
    public List<? extends Panel<?, ?>> panels() {
        return panels;
    }

    /** The chain that was chosen to be pictured, its place among the chains; empty where none was. */
    OptionalInt chosen() {
        return chosen;
    }

    /** What to do when a chain is chosen after the end. */
    void onChoice(Runnable picture) {
        onChoice = picture;
    }

    /** The place among the chains, from 0, of the one that is pictured. */
    public int pictured() {
        return panels.get(0).recording().pictured();
    }

    /** Pictures another chain: at once if the run has ended, else as soon as it is there. */
    public void picture(int chain) {
        choose(OptionalInt.of(chain));
    }

    /** Pictures the typical chain again. */
    public void pictureTypical() {
        choose(OptionalInt.empty());
    }

    private void choose(OptionalInt chain) {
        chosen = chain;
        if (state == State.DONE) {
            onChoice.run();
        }
    }

    /** What the run is doing. */
    public State state() {
        return state == State.RUNNING && gate.paused() ? State.PAUSED : state;
    }

    /** Whether nothing more will be computed of it. */
    public boolean ended() {
        return switch (state) {
            case WAITING, RUNNING, PAUSED -> false;
            case DONE, CANCELLED, FAILED -> true;
        };
    }

    /** Why the run failed, in one sentence. */
    public Optional<String> failure() {
        return failure.isEmpty() ? Optional.empty() : Optional.of(failure);
    }

    /** Where the real data came from, for captions; empty before they are there. */
    public String data() {
        return data;
    }

    /** What the finished generations take of Java's memory, in bytes, about. */
    public long bytes() {
        return panels.stream().mapToLong(Panel::bytes).sum();
    }

    /** Whether it waits to be told, by {@link #resume}, that it may take as long as it will. */
    public boolean asks() {
        return asks && gate.paused() && state == State.RUNNING;
    }

    /** How much of the whole run is done, 0 to 1. */
    public double fraction() {
        return state == State.DONE ? 1 : gate.fraction();
    }

    /** Seconds until it is done at the pace so far; empty while that cannot be told. */
    public OptionalDouble secondsLeft() {
        return state == State.RUNNING ? pace.secondsLeft() : OptionalDouble.empty();
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
            begun = System.nanoTime();
            state = State.RUNNING;
        }
    }

    /** Has the run hold itself, once, if its first moments show that it will take long. */
    void asksWhenLong() {
        gate.watch(this::turnsOutLong);
    }

    /** Seconds that the whole run was expected to take when it began to ask. */
    public double expected() {
        return expected;
    }

    private boolean turnsOutLong() {
        OptionalDouble left = asks ? OptionalDouble.empty() : pace.turnedOutLong();
        left.ifPresent(seconds -> {
            expected = age() + seconds;
            asks = true;
        });
        return left.isPresent();
    }

    /**
     * Data and instruments are there and a stage of the work begins: from here on the pace tells how long it takes. Chains in
     * blocks are faster than the first one, which is computed by itself.
     *
     * @param realData where the real data came from
     * @param until the fraction of the whole run at which the stage ends
     */
    void opened(String realData, double until) {
        data = realData;
        pace.stage(until);
    }

    /**
     * Ends it and tells so; the first end stands. Whoever sees that it has ended sees its work told to stop.
     *
     * @return whether this was the first
     */
    boolean end(State how, String why) {
        synchronized (this) {
            if (state != State.WAITING && state != State.RUNNING) {
                return false;
            }
            gate.cancel();
            failure = why;
            state = how;
        }
        gate.tell();
        return true;
    }

    /** Seconds that an unfinished run has computed, without those it was paused. */
    public double worked() {
        return state == State.RUNNING ? (System.nanoTime() - begun - gate.pausedNanos()) * 1e-9 : 0;
    }

    /** Seconds since the run was asked for. */
    public double age() {
        return (System.nanoTime() - created) * 1e-9;
    }
}
