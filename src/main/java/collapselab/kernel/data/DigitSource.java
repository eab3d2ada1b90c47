package collapselab.kernel.data;

import collapselab.kernel.Progress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the digits come from: the folder that was named (as an argument or setting, else by the environment variable
 * {@value #VARIABLE}), else the user's cache if MNIST is in it, else digits drawn here.
 *
 * <p>A folder that was named is used or refused, never passed over: nobody shall take drawn digits for MNIST because of a
 * typing error. Nothing is downloaded, unless the source is {@link #fetching}.
 */
public final class DigitSource {
    /** The environment variable that names the data folder. */
    public static final String VARIABLE = "COLLAPSELAB_DATA";

    /** As many drawn digits as MNIST has, so that sample sizes mean the same. */
    private static final int TRAIN = 60_000;

    private static final int TEST = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(DigitSource.class);

    private final Optional<Path> folder;
    private final boolean byVariable;
    private final Optional<Function<Progress, Path>> fetch;
    private final AtomicReference<DigitData> loaded = new AtomicReference<>();

    private DigitSource(Optional<Path> folder, boolean byVariable, Optional<Function<Progress, Path>> fetch) {
        this.folder = folder;
        this.byVariable = byVariable;
        this.fetch = fetch;
    }

    /**
     * Decides where digits come from.
     *
     * @param named the data folder of an argument or setting, if one was given
     * @param environment the environment variables
     * @throws DataException if the environment names something that cannot be a folder
     */
    public static DigitSource of(Optional<Path> named, Map<String, String> environment) {
        if (named.isPresent()) {
            return new DigitSource(named, false, Optional.empty());
        }
        Optional<Path> variable = fromEnvironment(environment);
        Optional<Path> folder =
                variable.or(() -> Optional.of(Mnist.cache(environment)).filter(Mnist::isIn));
        return new DigitSource(folder, variable.isPresent(), Optional.empty());
    }

    /**
     * This source, but where it finds no folder it first gets MNIST, and draws digits only if that fails: for the window, where
     * somebody sees that it is done.
     *
     * @param download gets MNIST and says the data folder, such as {@link Mnist#fetch}; throws {@link DataException}
     */
    public DigitSource fetching(Function<Progress, Path> download) {
        return new DigitSource(folder, byVariable, Optional.of(download));
    }

    /** Whether the next {@link #load} would download. */
    public boolean wouldFetch() {
        return folder.isEmpty() && fetch.isPresent() && loaded.get() == null;
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
        DigitData fresh = folder.or(() -> fetched(progress.part(0, 0.6)))
                .map(from -> read(from, progress.part(0.6, 1)))
                .orElseGet(() -> DrawnDigits.generate(DrawnDigits.SEED, TRAIN, TEST, progress.part(0.6, 1)));
        // No lock, since progress may block: two first calls at once may both work, but all get the same object.
        return loaded.compareAndSet(null, fresh) ? fresh : loaded.get();
    }

    /** Reads MNIST; a refusal says who named the folder, for the user may have set the variable long ago. */
    private DigitData read(Path from, Progress progress) {
        try {
            return Mnist.read(from, progress);
        } catch (DataException e) {
            if (!byVariable) {
                throw e;
            }
            String sentence = e.getMessage().substring(0, e.getMessage().length() - 1);
            throw new DataException(sentence + " (" + VARIABLE + " names this folder).", e);
        }
    }

    private Optional<Path> fetched(Progress progress) {
        if (fetch.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(fetch.get().apply(progress));
        } catch (DataException e) {
            LOG.warn("digits are drawn, for MNIST could not be had", e);
            return Optional.empty();
        }
    }
}
