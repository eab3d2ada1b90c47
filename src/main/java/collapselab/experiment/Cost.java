package collapselab.experiment;

/**
 * What a run will cost on this machine.
 *
 * @param seconds expected time
 * @param bytes expected memory at its peak
 */
public record Cost(double seconds, long bytes) {}
