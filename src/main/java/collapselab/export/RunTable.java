package collapselab.export;

import collapselab.experiment.Generation;
import collapselab.export.TableFile.Format;
import collapselab.plot.Doubles;
import collapselab.session.Panel;
import collapselab.session.Recording;
import collapselab.session.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The metrics of a run of the window as a table, as far as it is computed. */
public final class RunTable {
    private RunTable() {}

    /**
     * Writes the measured generations of a run; one that is not done is written as far as it is, and says so.
     *
     * @param run what was computed
     * @param target where to
     * @param format how
     * @param version the program's version
     * @throws ExportException if it cannot be written
     */
    public static void write(Run run, Path target, Format format, String version) {
        boolean whole = run.state() == Run.State.DONE;
        try (TableFile table = TableFile.to(target, format, new Heading(run.spec(), version))) {
            for (Panel<?, ?> panel : run.panels()) {
                write(panel, table);
            }
            if (whole) {
                table.finish();
            } else {
                table.stop("before the run was done");
            }
        }
    }

    private static void write(Panel<?, ?> panel, TableFile table) {
        List<Generation<?>> measured = measured(panel.recording());
        int chains = measured.stream()
                .mapToInt(generation -> generation.metrics().get(0).size())
                .max()
                .orElse(0);
        for (int chain = 0; chain < chains; chain++) {
            int c = chain;
            for (Generation<?> generation : measured) {
                List<Doubles> rows = generation.metrics();
                if (c < rows.get(0).size()) {
                    long seed = panel.setting().protocol().seed() + c;
                    table.row(panel.regime(), seed, generation.index(), m -> rows.get(m)
                            .get(c));
                }
            }
        }
    }

    /** The generations as they stand now; the run may go on. */
    private static List<Generation<?>> measured(Recording<?> recording) {
        List<Generation<?>> measured = new ArrayList<>();
        int size = recording.size();
        for (int g = 0; g < size; g++) {
            Generation<?> generation = recording.get(g);
            if (!generation.metrics().isEmpty()) {
                measured.add(generation);
            }
        }
        return measured;
    }
}
