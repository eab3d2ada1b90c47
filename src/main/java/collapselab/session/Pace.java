package collapselab.session;

import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;

/** How fast a run goes in the stage of its work that it is in, and whether it will take long. Thread-safe. */
final class Pace {
    /** Seconds after which the pace of a stage can be told. */
    private static final double TRIED = 0.3;

    /** Seconds after which a pace that would take long is believed: code that is not compiled yet is ten times as slow. */
    private static final double SURE = 1.5;

    /** Seconds that a stage may take without being called long. */
    private static final double LONG = 60;

    /** The part of the whole after which the time that is left can be told. */
    private static final double TELLING = 0.002;

    private final DoubleSupplier fraction;
    private volatile boolean told = true;
    private boolean doubted;
    private double end;
    private double startedAt = Double.NaN;
    private long started;

    /** @param fraction how much of the whole run is done, 0 to 1 */
    Pace(DoubleSupplier fraction) {
        this.fraction = fraction;
    }

    /**
     * A stage begins, unless it or a later one did before.
     *
     * @param until the fraction of the whole run at which it ends
     */
    synchronized void stage(double until) {
        if (until > end) {
            end = until;
            told = false;
            doubted = false;
            restart();
        }
    }

    private void restart() {
        startedAt = fraction.getAsDouble();
        started = System.nanoTime();
    }

    /** Seconds until the run is done; empty before its last stage has shown how fast it is. */
    synchronized OptionalDouble secondsLeft() {
        boolean telling = end >= 1 && fraction.getAsDouble() - startedAt > TELLING;
        return telling ? OptionalDouble.of(secondsTo(1)) : OptionalDouble.empty();
    }

    private double secondsTo(double goal) {
        double done = fraction.getAsDouble();
        return seconds() * Math.max(0, goal - done) / (done - startedAt);
    }

    private double seconds() {
        return (System.nanoTime() - started) * 1e-9;
    }

    /** Seconds until the run is done, once a stage, as soon as it has turned out that the stage takes long; else empty. */
    OptionalDouble turnedOutLong() {
        return told ? OptionalDouble.empty() : look();
    }

    private synchronized OptionalDouble look() {
        double tried = doubted ? SURE : TRIED;
        if (told || !(seconds() > tried) || !(fraction.getAsDouble() > startedAt)) {
            return OptionalDouble.empty();
        }
        boolean takesLong = secondsTo(end) > LONG;
        double left = secondsTo(1);
        if (takesLong && !doubted) {
            doubted = true;
            restart();
            return OptionalDouble.empty();
        }
        told = true;
        return takesLong ? OptionalDouble.of(left) : OptionalDouble.empty();
    }
}
