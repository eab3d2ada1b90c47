package collapselab.experiment;

import collapselab.kernel.data.DataException;
import collapselab.kernel.data.FileCache;
import collapselab.kernel.data.PointTable;
import collapselab.kernel.data.WordCounts;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Data of the user's that a run names by file and checksum: parameters {@code file}, {@code columns} and {@code checksum}.
 * Files are kept as long as they do not change. One object serves all experiments.
 */
public final class OwnData {
    /** Hexadecimal digits of a SHA-256 that a run keeps: 64 bits, more than accidents need. */
    private static final int KEPT_DIGITS = 16;

    private final FileCache<PointTable> tables = new FileCache<>();
    private final FileCache<WordCounts> texts = new FileCache<>();

    /**
     * The points of a CSV file.
     *
     * @param file its name, relative to the working directory
     * @param columns names or numbers from 1, with commas; empty: all that hold numbers
     * @param checksum the SHA-256 it must have, or at least its first 12 hexadecimal digits; empty: any
     * @throws SpecException if the file is refused or is another one
     */
    public PointTable read(String file, String columns, String checksum) {
        PointTable table = read(file, path -> {
            PointTable found = tables.get(path, columns, () -> PointTable.read(path, columns));
            return tables.get(path, found.choice(), () -> found); // what a settled run asks for next
        });
        expect(file, checksum, table.checksum());
        return table;
    }

    /**
     * The words of a text.
     *
     * @param file its name, relative to the working directory
     * @param checksum the SHA-256 it must have, or at least its first 12 hexadecimal digits; empty: any
     * @throws SpecException if the file is refused or is another one
     */
    public WordCounts words(String file, String checksum) {
        WordCounts words = read(file, path -> texts.get(path, "", () -> WordCounts.read(path)));
        expect(file, checksum, words.checksum());
        return words;
    }

    /**
     * What a run keeps of a checksum: as it was given, else the beginning of the one the file has now. A file that cannot be
     * read has none; it is refused where it is used.
     *
     * @param given the run's checksum, may be empty
     * @param now such as {@code () -> own.read(file, columns, "").checksum()}
     */
    public static String settled(String given, Supplier<String> now) {
        return given(given, () -> now.get().substring(0, KEPT_DIGITS));
    }

    /**
     * What a run keeps of the columns: as they were given, else those that were taken, so that it always takes the same ones.
     *
     * @param given the run's columns, may be blank
     * @param now such as {@code () -> own.read(file, columns, "")}
     */
    public static String columns(String given, Supplier<PointTable> now) {
        return given(given, () -> now.get().choice());
    }

    private static String given(String given, Supplier<String> now) {
        try {
            return given.isBlank() ? now.get() : given;
        } catch (SpecException e) {
            return given;
        }
    }

    /** How captions and file headers call points of a file. */
    public static String points(String file, String checksum) {
        return "points of " + named(file, checksum) + ", drawn with replacement";
    }

    /** How captions and file headers call a file. */
    public static String named(String file, String checksum) {
        return file + (checksum.isEmpty() ? "" : " (SHA-256 " + checksum + ")");
    }

    private static <T> T read(String file, Function<Path, T> reading) {
        if (file.isBlank()) {
            throw new SpecException("No file is named: name one, such as file=points.csv.");
        }
        try {
            return reading.apply(Path.of(file));
        } catch (InvalidPathException e) {
            throw new SpecException("file=" + file + " cannot be the name of a file: correct it.");
        } catch (DataException e) {
            throw new SpecException(e.getMessage());
        }
    }

    private static void expect(String file, String wanted, String found) {
        if (!wanted.matches("([0-9a-fA-F]{12,64})?")) {
            throw new SpecException("checksum=" + wanted
                    + " is no SHA-256: give at least its first 12 hexadecimal digits, or leave it out.");
        }
        if (!found.regionMatches(true, 0, wanted, 0, wanted.length())) {
            throw new SpecException(file + " has changed since this run was saved (its SHA-256 is "
                    + found.substring(0, KEPT_DIGITS) + "..., the run says " + wanted
                    + "): put the old file back, or give no checksum to take it as it is now.");
        }
    }
}
