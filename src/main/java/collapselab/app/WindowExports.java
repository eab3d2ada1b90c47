package collapselab.app;

import collapselab.cli.Build;
import collapselab.cli.Lab;
import collapselab.cli.Report;
import collapselab.cli.Terminal;
import collapselab.experiment.RunSpec;
import collapselab.export.DrawnPoints;
import collapselab.export.Inputs;
import collapselab.export.Png;
import collapselab.export.RunTable;
import collapselab.export.TableFile.Format;
import collapselab.kernel.data.UserFolders;
import collapselab.plot.Doubles;
import collapselab.session.Run;
import collapselab.view.Exports;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How the window writes files; none over a file that the run reads.
 *
 * @param lab what the run reads, and what reports look at
 */
record WindowExports(Lab lab) implements Exports {
    @Override
    public void picture(BufferedImage image, RunSpec<?> spec, Path file) {
        protect(spec, file);
        Png.write(file, image, spec.toString(), Build.read().version());
    }

    @Override
    public void csv(Run run, Path file) {
        protect(run.spec(), file);
        RunTable.write(run, file, Format.CSV, Build.read().version());
    }

    @Override
    public void report(RunSpec<?> spec, Path file) {
        protect(spec, file);
        Report.write(file, spec.toString(), Terminal.ofProcess(), lab);
    }

    private void protect(RunSpec<?> spec, Path file) {
        Inputs.of(spec, lab.digitFiles(Optional.empty())).protect(file);
    }

    @Override
    public Path drawn(Doubles x, Doubles y) {
        return DrawnPoints.write(UserFolders.data().resolve("drawn"), LocalDateTime.now(ZoneId.systemDefault()), x, y);
    }
}
