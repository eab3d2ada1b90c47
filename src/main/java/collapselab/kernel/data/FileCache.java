package collapselab.kernel.data;

import collapselab.kernel.Unchecked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What was last made of files, kept until they change: while a slider is dragged runs start faster than a file is read.
 *
 * @param <T> what is made of them, immutable
 */
public final class FileCache<T> {
    /** More than one run compares, few enough that large files are not all kept. */
    private static final int MOST = 4;

    /** What a file is known by; {@code how} tells apart what is made of the same one. */
    private record Key(Path file, long size, FileTime changed, String how) {}

    private final Map<Key, CompletableFuture<T>> kept = new LinkedHashMap<>();

    /**
     * What is made of a file, made anew only if the file is another one than the last time. A file that is read by another
     * thread is waited for; a disk that hangs holds up nobody who asks for other files.
     *
     * @param how tells apart what is made of the same file
     * @param made makes it
     */
    public T get(Path file, String how, Supplier<T> made) {
        Key key;
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            key = new Key(file.toAbsolutePath(), now.size(), now.lastModifiedTime(), how);
        } catch (IOException e) {
            return made.get(); // says what is wrong with the file
        }
        CompletableFuture<T> mine = new CompletableFuture<>();
        CompletableFuture<T> known = known(key, mine);
        if (known != mine) {
            return Unchecked.join(known);
        }
        try {
            T value = made.get();
            mine.complete(value);
            return value;
        } catch (RuntimeException | Error e) {
            forget(key);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    /** The value that is made or being made already, as the newest, or the one given. */
    private synchronized CompletableFuture<T> known(Key key, CompletableFuture<T> fresh) {
        CompletableFuture<T> known = kept.remove(key);
        kept.put(key, known == null ? fresh : known);
        if (kept.size() > MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
        return known == null ? fresh : known;
    }

    private synchronized void forget(Key key) {
        kept.remove(key);
    }
}
