package collapselab.cli;

import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.export.OutputFile;
import collapselab.kernel.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The real window, off screen. */
public interface Screens {
    /** The window's colours. */
    enum Theme {
        DARK,
        LIGHT
    }

    /**
     * What the window shows, and how large.
     *
     * @param experiments what the window lists, the run's among them
     * @param spec the run
     * @param width in pixels
     * @param height in pixels
     * @param theme its colours
     * @param charts the metrics that are charted, or {@code conserved}; empty for the experiment's first
     */
    record Shot(
            List<Experiment<?, ?>> experiments,
            RunSpec<?> spec,
            int width,
            int height,
            Theme theme,
            List<String> charts) {
        public Shot {
            experiments = List.copyOf(experiments);
            charts = List.copyOf(charts);
        }
    }

    /**
     * Computes a run once and takes pictures of the window that shows it.
     *
     * @param shot what is shown
     * @param pictures PNG files to write, by generation; all within the run
     * @param film an animated GIF to write of the generations from 0 to the last of {@code pictures}, evenly spaced where
     *     they are many
     * @param progress how far it is, and whether it must stop
     * @throws RuntimeException with a sentence for the user if it fails; of a type of this program
     */
    void show(Shot shot, Map<Integer, OutputFile> pictures, Optional<OutputFile> film, Progress progress);
}
