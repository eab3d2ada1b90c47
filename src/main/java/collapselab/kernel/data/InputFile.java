package collapselab.kernel.data;

import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is to be read. */
final class InputFile {
    private InputFile() {}

    /**
     * Expects a file that can be opened.
     *
     * @throws DataException if it is not there, a folder, or closed to this user
     */
    static void expect(Path file) {
        if (!Files.exists(file)) {
            throw new DataException("There is no file " + file + "; check the name.");
        }
        if (Files.isDirectory(file)) {
            throw new DataException(file + " is a folder where a file is expected; check the name.");
        }
        if (!Files.isReadable(file)) {
            throw new DataException(file + " may not be read; give yourself permission to read it.");
        }
    }
}
