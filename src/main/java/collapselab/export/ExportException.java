package collapselab.export;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A file that could not be written. The message is one sentence for the user: which file, why, and what to do. */
public final class ExportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** How Linux, macOS and Windows say it. */
    private static final List<String> FULL =
            List.of("no space left", "quota exceeded", "not enough space", "disk full");

    private static final List<String> READ_ONLY = List.of("read-only", "write protected", "write-protected");

    /** An exception with a sentence of the caller's. */
    public ExportException(String sentence) {
        super(sentence);
    }

    /** An exception with a sentence of the caller's, because of another one, which goes to the log only. */
    public ExportException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence for what happened to a file. */
    public static ExportException of(Path file, IOException cause) {
        return new ExportException(sentence(file, first(cause)), cause);
    }

    /** What the system said: libraries such as ImageIO put exceptions of their own around it. */
    private static IOException first(IOException cause) {
        return cause.getCause() instanceof IOException deeper ? first(deeper) : cause;
    }

    private static String sentence(Path file, IOException cause) {
        Path folder = file.toAbsolutePath().getParent();
        String reason = reason(cause).toLowerCase(Locale.ROOT);
        if (folder == null || Files.isDirectory(file)) {
            return file + " is a folder; choose a name for the file.";
        }
        if (!Files.exists(folder)) {
            return "There is no folder " + folder + "; create it, or choose another one.";
        }
        if (!Files.isDirectory(folder)) {
            return folder + " is a file, not a folder; choose another place for " + file.getFileName() + ".";
        }
        if (FULL.stream().anyMatch(reason::contains)) {
            return "The disk is full, so " + file + " was not written; make room, or choose another disk.";
        }
        if (READ_ONLY.stream().anyMatch(reason::contains)) {
            return file + " was not written because its disk is read-only; choose another folder.";
        }
        if (cause instanceof AccessDeniedException || !Files.isWritable(folder)) {
            return "You have no permission to write " + file + "; choose another folder.";
        }
        return file + " could not be written" + because(cause) + "; try another name or folder.";
    }

    private static String because(IOException cause) {
        String reason = reason(cause).strip();
        return reason.isEmpty() ? "" : " (" + reason + ")";
    }

    /** What the system said, without the file names that Java puts before it. */
    private static String reason(IOException cause) {
        String reason = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
        return reason == null ? "" : reason;
    }
}
