package collapselab.cli;

import collapselab.experiment.RunSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Refuses, before anything is computed, a table that is larger than what is free on its disk. */
final class DiskRoom {
    /** What a row takes at least: regime, seed and generation, and each of its numbers. */
    private static final long ROW = 12;

    private static final long NUMBER = 8;

    private DiskRoom() {}

    /**
     * Refuses a table that cannot fit.
     *
     * @param file where it is to be written
     * @param rows how many it has
     * @throws UsageException if it cannot fit, with the figures
     */
    static void check(Path file, RunSpec<?> run, long rows) {
        long row = ROW + NUMBER * run.experiment().metrics().size();
        double needed = (double) rows * row;
        free(file).filter(free -> needed > free).ifPresent(free -> {
            throw new UsageException(String.format(
                    Locale.ROOT,
                    "%s would have %,d rows, more than %s, and its disk has %s free: name a file on another disk,"
                            + " or fewer generations with --at, or fewer seeds.",
                    file,
                    rows,
                    size(needed),
                    size(free)));
        });
    }

    /** A size in the unit that suits it. */
    static String size(double bytes) {
        return bytes < 1 << 20
                ? String.format(Locale.ROOT, "%.0f kB", Math.floor(bytes / (1 << 10)))
                : String.format(Locale.ROOT, "%,.0f MB", Math.floor(bytes / (1 << 20)));
    }

    /** Bytes that are free where a file is to be written; empty where that cannot be told. */
    private static Optional<Long> free(Path file) {
        Optional<Path> there = Stream.iterate(file.toAbsolutePath(), path -> path != null, Path::getParent)
                .filter(Files::exists)
                .findFirst();
        try {
            return there.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Files.getFileStore(there.get()).getUsableSpace());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
