package collapselab.app;

import collapselab.cli.Build;
import collapselab.experiment.RunSpec;
import collapselab.export.DrawnPoints;
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

/** How the window writes files. */
record WindowExports() implements Exports {
    @Override
    public void picture(BufferedImage image, RunSpec<?> spec, Path file) {
        Png.write(file, image, spec.toString(), Build.read().version());
    }

    @Override
    public void csv(Run run, Path file) {
        RunTable.write(run, file, Format.CSV, Build.read().version());
    }

    @Override
    public Path drawn(Doubles x, Doubles y) {
        return DrawnPoints.write(UserFolders.data().resolve("drawn"), LocalDateTime.now(ZoneId.systemDefault()), x, y);
    }
}
