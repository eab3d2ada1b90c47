package collapselab.experiment;

import java.util.OptionalDouble;

/**
 * What a panel of a run takes on this machine.
 *
 * @param seconds expected time; empty where only computing tells
 * @param working bytes that a block of chains takes at its peak, beside what is recorded of it
 * @param snapshot bytes of the numbers that the snapshot of one generation holds, at most
 * @param growing whether a generation takes the longer, the more samples its model is trained on; else all take as long
 */
public record Cost(OptionalDouble seconds, long working, long snapshot, boolean growing) {
    /** The cost of a panel whose time only computing tells. */
    public static Cost of(long working, long snapshot, boolean growing) {
        return new Cost(OptionalDouble.empty(), working, snapshot, growing);
    }
}
