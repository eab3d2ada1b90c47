package collapselab.view;

import collapselab.experiment.RunSpec;
import collapselab.plot.Doubles;
import collapselab.session.Run;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/** How the window writes files. Called on a background thread; the message of what is thrown goes into the status bar. */
public interface Exports {
    /** For windows that write nothing. */
    Exports NONE = new Exports() {
        @Override
        public void picture(BufferedImage image, RunSpec<?> spec, Path file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void csv(Run run, Path file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void report(RunSpec<?> spec, Path file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Path drawn(Doubles x, Doubles y) {
            throw new UnsupportedOperationException();
        }
    };

    /** Writes a picture of the window's centre, with the spec it shows. */
    void picture(BufferedImage image, RunSpec<?> spec, Path file);

    /** Writes the metrics of what is recorded of a run. */
    void csv(Run run, Path file);

    /** Writes what somebody who helps must know: the run, what is found on this machine, the end of the log. */
    void report(RunSpec<?> spec, Path file);

    /** Keeps points that were drawn by hand, and says in which file. */
    Path drawn(Doubles x, Doubles y);
}
