package collapselab.kernel.neural;

import collapselab.kernel.NativeFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;

/** Why the native libraries of ND4J, which JavaCPP unpacks into a folder at their first use, cannot be loaded. */
final class Unpacking {
    /** libnd4jcpu.so of ND4J 1.0.0-M2.1 has 323,482,352 bytes on Linux, the others less. */
    private static final long LARGEST = 324_000_000;

    private static final String CURE =
            " with COLLAPSELAB_JVM=-Dorg.bytedeco.javacpp.cachedir=DIR, DIR being one that programs may run from.";

    private Unpacking() {}

    /** Names the folder, the reason and the cure. */
    static BackendException explained(Throwable failure) {
        Path folder;
        try {
            folder = Loader.getCacheDir().toPath();
        } catch (IOException | LinkageError e) {
            return new BackendException(
                    "There is no folder to unpack the libraries of networks (ND4J) into; name one" + CURE, failure);
        }
        Optional<String> obstacle = new NativeFolder(folder).obstacle(LARGEST);
        if (obstacle.isPresent()) {
            return new BackendException(
                    "The libraries of networks (ND4J) cannot be used from " + folder + ", for " + obstacle.get()
                            + "; name another folder" + CURE,
                    failure);
        }
        return new BackendException(
                "The libraries of networks (ND4J) in " + folder + " do not load (" + root(failure)
                        + "); delete that folder so that they are unpacked anew, or name another one" + CURE,
                failure);
    }

    /** What the system's loader said, without the path that it begins with. */
    private static String root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? "no reason is given" : cause.getMessage();
        return message.lines().findFirst().orElse("").replaceAll("^(/\\S+: )+", "");
    }
}
