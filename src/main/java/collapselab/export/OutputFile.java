package collapselab.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is written beside its name and gets it only when it is whole. Made before the work whose results it takes, so
 * that a place where nothing can be written is refused at once.
 */
public final class OutputFile implements AutoCloseable {
    private final Path target;
    private final Path working;
    private boolean committed;

    private OutputFile(Path target, Path working) {
        this.target = target;
        this.working = working;
    }

    /**
     * Starts a file.
     *
     * @param target its name; what stands there is replaced when the new file is whole
     * @throws ExportException if nothing can be written there
     */
    public static OutputFile create(Path target) {
        if (Files.isDirectory(target)) {
            throw new ExportException(target + " is a folder: name a file to write.");
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ExportException(
                    target + " cannot be written: the folder " + folder + " does not exist; make it first.");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new ExportException(
                    target + " is there and may not be overwritten: choose another name or make it writable.");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            return new OutputFile(target, target); // a device or a pipe: nothing can stand beside it
        }
        try {
            Path real = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
            long process = ProcessHandle.current().pid();
            Path working = real.resolveSibling("." + real.getFileName() + "." + process + ".part");
            Files.deleteIfExists(working);
            Files.createFile(working);
            return new OutputFile(real, working);
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    /** Where to write until it is whole. */
    public Path working() {
        return working;
    }

    /** A stream into the working file, which it replaces. */
    public OutputStream stream() throws IOException {
        return working.equals(target)
                ? Files.newOutputStream(working, StandardOpenOption.WRITE)
                : Files.newOutputStream(working);
    }

    /**
     * Gives the file its name.
     *
     * @throws ExportException if that fails
     */
    public void commit() {
        try {
            if (!working.equals(target)) {
                move();
            }
            committed = true;
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    private void move() throws IOException {
        try {
            Files.move(working, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(working, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Removes what did not become whole. */
    @Override
    public void close() {
        if (!committed && !working.equals(target)) {
            try {
                Files.deleteIfExists(working);
            } catch (IOException e) {
                throw failed(target, e);
            }
        }
    }

    /** The failure to write a file, as a sentence. */
    static ExportException failed(Object target, IOException e) {
        if (e instanceof AccessDeniedException) {
            return new ExportException(
                    target + " cannot be written: you have no permission there; choose another place.", e);
        }
        String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return new ExportException(
                target + " cannot be written" + (reason == null ? "" : " (" + reason + ")")
                        + ": free some space or choose another place.",
                e);
    }
}
