package collapselab.kernel.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
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

    private final Map<Key, T> kept = new LinkedHashMap<>();

    /**
     * What is made of a file, made anew only if the file is another one than the last time.
     *
     * @param how tells apart what is made of the same file
     * @param made makes it
     */
    public synchronized T get(Path file, String how, Supplier<T> made) {
        Key key;
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            key = new Key(file.toAbsolutePath(), now.size(), now.lastModifiedTime(), how);
        } catch (IOException e) {
            return made.get(); // says what is wrong with the file
        }
        T value = kept.remove(key);
        if (value == null) {
            value = made.get();
        }
        kept.put(key, value); // as the newest
        if (kept.size() > MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
        return value;
    }
}
