package collapselab.kernel.data;

import collapselab.kernel.Progress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Where the digits come from: the folder that was named (as an argument or setting, else by the environment variable
 * {@value #VARIABLE}), else the user's cache if MNIST is in it, else digits drawn here.
 *
 * <p>A folder that was named is used or refused, never passed over: nobody shall take drawn digits for MNIST because of a
 * typing error. Nothing is downloaded; that is {@link Mnist#fetch}, after which a new source finds the cache.
 */
public final class DigitSource {
    /** The environment variable that names the data folder. */
    public static final String VARIABLE = "COLLAPSELAB_DATA";

    /** As many drawn digits as MNIST has, so that sample sizes mean the same. */
    private static final int TRAIN = 60_000;

    private static final int TEST = 10_000;

    private final Optional<Path> folder;
    private final AtomicReference<DigitData> loaded = new AtomicReference<>();

    private DigitSource(Optional<Path> folder) {
        this.folder = folder;
    }

    /**
     * Decides where digits come from.
     *
     * @param named the data folder of an argument or setting, if one was given
     * @param environment the environment variables
     * @throws DataException if the environment names something that cannot be a folder
     */
    public static DigitSource of(Optional<Path> named, Map<String, String> environment) {
        return new DigitSource(named.or(() -> fromEnvironment(environment))
                .or(() -> Optional.of(Mnist.cache(environment)).filter(Mnist::isIn)));
    }

    private static Optional<Path> fromEnvironment(Map<String, String> environment) {
        String value = environment.getOrDefault(VARIABLE, "").strip();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(value));
        } catch (InvalidPathException e) {
            throw new DataException(
                    VARIABLE + " is \"" + value + "\", which cannot be the name of a folder; correct or unset it.", e);
        }
    }

    /** The data folder that MNIST is read from; empty if digits are drawn. */
    public Optional<Path> folder() {
        return folder;
    }

    /**
     * The digits, read or drawn by the first call and kept for later ones.
     *
     * @param progress told how far it is
     * @throws DataException if the folder is missing, unreadable or damaged
     */
    public DigitData load(Progress progress) {
        DigitData known = loaded.get();
        if (known != null) {
            return known;
        }
        DigitData fresh = folder.isPresent()
                ? Mnist.read(folder.get(), progress)
                : DrawnDigits.generate(DrawnDigits.SEED, TRAIN, TEST, progress);
        // No lock, since progress may block: two first calls at once may both work, but all get the same object.
        return loaded.compareAndSet(null, fresh) ? fresh : loaded.get();
    }
}
