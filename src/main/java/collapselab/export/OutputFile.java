package collapselab.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that is written beside its name and gets it only when it is whole. Made before the work whose results it takes, so
 * that a place where nothing can be written is refused at once.
 */
public final class OutputFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

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
            throw ExportException.of(target, new FileSystemException(target.toString()));
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
            return new OutputFile(real, AtomicFile.reserve(real));
        } catch (IOException e) {
            throw ExportException.of(target, e);
        }
    }

    /** Where to write until it is whole. */
    public Path working() {
        return working;
    }

    /**
     * Whether another name is that of this file too: through a link, or in other letters on a file system that does not tell
     * them apart. Also before either file is there.
     */
    public boolean is(Path other) {
        if (working.equals(target) || other.getFileName() == null) {
            return Inputs.same(target, other);
        }
        String suffix = working.getFileName()
                .toString()
                .substring(target.getFileName().toString().length() + 1);
        return Inputs.same(target, other)
                || Inputs.same(working, other.resolveSibling("." + other.getFileName() + suffix));
    }

    /** A stream into the working file, which it replaces; no longer after {@link #close}. */
    public OutputStream stream() throws IOException {
        return working.equals(target)
                ? Files.newOutputStream(working, StandardOpenOption.WRITE)
                : Files.newOutputStream(working, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /**
     * Writes everything at once, but does not yet give the file its name.
     *
     * @throws ExportException if that fails
     */
    void write(AtomicFile.Content content) {
        try (OutputStream out = new BufferedOutputStream(stream(), BUFFER)) {
            content.to(out);
        } catch (IOException e) {
            throw ExportException.of(target, e);
        }
    }

    /**
     * Gives the file its name.
     *
     * @throws ExportException if that fails
     */
    public void commit() {
        try {
            if (!working.equals(target)) {
                AtomicFile.move(working, target);
            }
            committed = true;
        } catch (IOException e) {
            throw ExportException.of(target, e);
        }
    }

    /** Removes what did not become whole. */
    @Override
    public void close() {
        if (!committed && !working.equals(target)) {
            try {
                Files.deleteIfExists(working);
            } catch (IOException e) {
                throw ExportException.of(target, e);
            }
        }
    }
}
