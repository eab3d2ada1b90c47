package collapselab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import collapselab.experiment.RunSpec;
import collapselab.export.TableFile.Format;
import collapselab.kernel.Progress;
import collapselab.session.Ensemble;
import collapselab.session.Run;
import collapselab.session.Runner;
import collapselab.session.Wander;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class RunTableTest {
    @TempDir
    Path folder;

    private static Run run(RunSpec<?> spec, Runner runner) throws InterruptedException {
        Run run = runner.start(spec, () -> {});
        while (run.state() == Run.State.WAITING || run.state() == Run.State.RUNNING) {
            Thread.sleep(5);
        }
        return run;
    }

    @Test
    void whatIsStoppedWhileRowsAreWrittenEndsWithAWholeRow() throws Exception {
        for (Format format : Format.values()) {
            Path file = folder.resolve("stopped." + format);
            RunSpec<Wander.Parameters> spec =
                    RunSpec.of(new Wander("line", true, 8)).with("seeds", "4").with("generations", "5");
            int[] rows = {0};
            try (TableFile table = TableFile.to(file, format, new Heading(spec, "1.2.3"))) {
                Ensemble ensemble = Ensemble.of(spec, new TreeSet<>());
                assertThatThrownBy(() -> ensemble.run(
                                (regime, block) -> TableFile.add(List.of(table), regime, block, () -> {
                                    if (rows[0]++ == 7) {
                                        throw new CancellationException();
                                    }
                                }),
                                Progress.NONE))
                        .isInstanceOf(CancellationException.class);
                assertThat(table.stop(ensemble.rows())).isTrue();
            }
            assertThat(file).content().contains("after 7 of 20 rows (replace, seed 2)");
        }
        assertThat(Files.readAllLines(folder.resolve("stopped.CSV")).stream().filter(line -> !line.startsWith("#")))
                .hasSize(1 + 7)
                .allMatch(line -> line.split(",", -1).length == 4);
        assertThat(new ObjectMapper()
                        .readTree(folder.resolve("stopped.JSON").toFile())
                        .get("rows"))
                .hasSize(7);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(Format.values().length);
        }
    }

    @Test
    void aRunOfTheWindowGivesTheTableOfTheCommandLine() throws InterruptedException {
        RunSpec<?> spec = new Wander("wander", true, 4).spec("generations=6&seeds=10&regime=replace,subsample");
        try (Runner runner = new Runner()) {
            RunTable.write(run(spec, runner), folder.resolve("window.csv"), Format.CSV, "1.2.3");
        }
        try (TableFile table = TableFile.to(folder.resolve("line.csv"), Format.CSV, new Heading(spec, "1.2.3"))) {
            Ensemble.of(spec, new TreeSet<>()).run(table::add, Progress.NONE);
            table.finish();
        }
        assertThat(folder.resolve("window.csv")).hasSameTextualContentAs(folder.resolve("line.csv"));
    }

    @Test
    void aRunThatFailedIsWrittenAsFarAsItIs() throws IOException, InterruptedException {
        RunSpec<?> spec = new Wander("wander", true, 4).spec("generations=6&failsAt=2");
        try (Runner runner = new Runner()) {
            RunTable.write(run(spec, runner), folder.resolve("t.csv"), Format.CSV, "1.2.3");
        }
        assertThat(Files.readAllLines(folder.resolve("t.csv")))
                .hasSize(8)
                .last()
                .isEqualTo("# stopped before the run was done");
    }

    @Test
    void aTableThatIsNeitherFinishedNorStoppedLeavesNothing() {
        RunSpec<?> spec = new Wander("wander", true, 4).spec("seeds=3");
        assertThatThrownBy(() -> {
                    try (TableFile table =
                            TableFile.to(folder.resolve("t.csv"), Format.CSV, new Heading(spec, "1.2.3"))) {
                        table.row(spec.regimes().get(0), 1, 0, m -> 0.5);
                        throw new IllegalStateException("no");
                    }
                })
                .hasMessage("no");
        assertThat(folder).isEmptyDirectory();
    }
}
