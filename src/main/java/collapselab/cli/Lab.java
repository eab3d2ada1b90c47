package collapselab.cli;

import collapselab.experiment.Experiment;
import collapselab.kernel.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the commands work with; each part is made only when a command needs it, so that the others start fast. */
public interface Lab {
    /**
     * The experiments.
     *
     * @param data the data folder that was named, if one was
     */
    List<Experiment<?, ?>> experiments(Optional<Path> data);

    /** Loads what networks are trained on, and says what it found, such as its BLAS; throws if it cannot be loaded. */
    String probeBackend();

    /**
     * Which digits are used and why, in one line; reads them if they are from a folder.
     *
     * @throws RuntimeException with a sentence for the user if the folder is missing or damaged
     */
    String digits(Optional<Path> data);

    /**
     * Downloads MNIST.
     *
     * @param folder where to; the user's cache if empty
     * @return the data folder
     */
    Path fetchMnist(Optional<Path> folder, Progress progress);

    /**
     * The files that digits are read from; none if they are drawn.
     *
     * @param data the data folder that was named, if one was
     */
    List<Path> digitFiles(Optional<Path> data);

    /** What the window needs of this machine. */
    Machine machine();

    /** Where downloaded data are kept. */
    Path cache();

    /** The window, off screen. */
    Screens screens();
}
