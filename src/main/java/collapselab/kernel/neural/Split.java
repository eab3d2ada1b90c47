package collapselab.kernel.neural;

/**
 * Which part of every array belongs to a shard.
 *
 * @param shard 0 and up
 * @param shards how many there are
 */
record Split(int shard, int shards) {
    /** The first of {@code n} rows that belongs to the shard. */
    int from(int n) {
        return (int) ((long) n * shard / shards);
    }

    /** The row behind its last. */
    int to(int n) {
        return (int) ((long) n * (shard + 1) / shards);
    }

    /** How many of the shard's part of {@code n} rows are filled if only the first {@code used} of all are. */
    int filled(int n, int used) {
        return Math.max(0, Math.min(used, to(n)) - from(n));
    }
}
