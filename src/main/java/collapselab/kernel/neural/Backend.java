package collapselab.kernel.neural;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import collapselab.kernel.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.slf4j.LoggerFactory;

/**
 * What the networks of this program compute on. Chosen once, before ND4J loads: the system property {@code
 * collapselab.backend} says {@code cpu} or {@code cuda}; without it CUDA is taken where it works.
 */
public final class Backend {
    private final BackendChoice choice;

    private Backend(BackendChoice choice) {
        this.choice = choice;
    }

    /** The backend of this process. Does not load ND4J and never fails; see {@link #refusal}. */
    public static Backend current() {
        return Holder.CURRENT;
    }

    /** The backend of a choice; for tests. */
    static Backend of(BackendChoice choice) {
        return new Backend(choice);
    }

    /** Such as "cpu (ND4J 1.0.0-M2.1, 2 shards)": all that the numbers of networks depend on. */
    public String describe() {
        String shards = shards() == 1 ? "1 shard" : shards() + " shards";
        return (gpu() ? "cuda" : "cpu") + " (ND4J " + property("/build.properties", "nd4j") + ", " + shards + ")";
    }

    /** Whether networks are trained on a graphics card. */
    public boolean gpu() {
        return choice.gpu();
    }

    /** The device's name. */
    public String device() {
        return choice.device();
    }

    /** Why it is not a graphics card, a sentence; empty if it is one. */
    public Optional<String> whyNotGpu() {
        return choice.whyNotGpu();
    }

    /** A sentence if what was asked for cannot be had: then no network is trained, rather than on something else. */
    public Optional<String> refusal() {
        return choice.refusal();
    }

    /** The library behind matrix products, with the one setting that is known to slow it: "OpenBLAS 0.3.31". */
    public String blas() {
        if (gpu()) {
            return "cuBLAS";
        }
        String version = property("/META-INF/maven/org.bytedeco/openblas/pom.properties", "version");
        String core = System.getenv("OPENBLAS_CORETYPE");
        return "OpenBLAS " + version.replaceAll("-.*", "") + (core == null ? "" : ", OPENBLAS_CORETYPE=" + core);
    }

    /** Parts of a batch that are worked on at the same time. Results depend on it; it does not follow the number of cores. */
    public int shards() {
        return gpu() ? 1 : Vae.SHARDS;
    }

    /**
     * Loads ND4J and runs every loop once, so that the first fit starts at full speed; some second, in the background of a
     * program's start. Does nothing where the backend was refused.
     */
    public static void warm() {
        if (current().refusal().isPresent()) {
            return;
        }
        VaeShape shape = new VaeShape(VaeShape.MNIST.pixels(), 32, VaeShape.MNIST.latent());
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(1L);
        byte[] pixels = new byte[640 * shape.pixels()];
        random.nextBytes(pixels);
        try (Vae vae = Vae.open(shape, 128)) {
            VaeWeights weights = VaeWeights.random(shape, random);
            Training plan = new Training(5, 128, 1e-3);
            VaeWeights trained = vae.train(weights, pixels, 640, plan, random, Progress.NONE);
            vae.sample(trained, 640, Output.MEAN, random, Progress.NONE);
            vae.encode(trained, pixels, 640, Progress.NONE);
        }
    }

    /**
     * The current backend, if it is what was asked for and its libraries load.
     *
     * @throws BackendException with the sentence of {@link #refusal}, or with why they do not load
     */
    static Backend require() {
        current().refusal().ifPresent(reason -> {
            throw new BackendException(reason);
        });
        prepareThread();
        return current();
    }

    /**
     * Loads ND4J if need be, and keeps it and its BLAS from starting threads of their own under the calling thread: both
     * settings are per thread, and without them the two thread pools spin against each other (53 s an epoch, not 1).
     *
     * @throws BackendException if its libraries do not load
     */
    static void prepareThread() {
        if (!Holder.CURRENT.gpu()) {
            Loaded.prepare();
        }
    }

    private static String property(String resource, String key) {
        try (InputStream stream = Backend.class.getResourceAsStream(resource)) {
            Properties properties = new Properties();
            if (stream != null) {
                properties.load(stream);
            }
            return properties.getProperty(key, "of unknown version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Decides at first use. */
    private static final class Holder {
        static final Backend CURRENT;

        static {
            // ND4J reads it when it loads, and otherwise reports itself on the terminal.
            System.setProperty("org.nd4j.log.initialization", "false");
            for (String name : new String[] {"org.nd4j", "org.bytedeco"}) {
                if (LoggerFactory.getLogger(name) instanceof Logger logger) {
                    logger.setLevel(Level.WARN);
                }
            }
            CURRENT = new Backend(BackendChoice.decide(System.getProperty(BackendChoice.PROPERTY), new CudaProbe()));
        }
    }

    /** Loads ND4J at first use; where that fails, every use says why, not only the first. */
    private static final class Loaded {
        private static final Optional<BackendException> FAILURE = load();

        private static Optional<BackendException> load() {
            try {
                Nd4j.getBackend();
                openblas_nolapack.blas_set_num_threads(1);
                return Optional.empty();
            } catch (RuntimeException | LinkageError e) {
                return Optional.of(Unpacking.explained(e));
            }
        }

        static void prepare() {
            FAILURE.ifPresent(failure -> {
                throw failure;
            });
            // The holder is empty until ND4J has chosen its backend.
            NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
            openblas_nolapack.blas_set_num_threads(1);
        }
    }
}
