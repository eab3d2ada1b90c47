package collapselab.app;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.app.RandomCommand.Outcome;
import collapselab.catalog.Catalog;
import collapselab.experiment.Experiment;
import collapselab.kernel.data.DigitSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few hundred of the specs that {@link Fuzz} makes by the thousand, and whether it would see what it looks for. */
class FuzzTest {
    private static final String SPEC = "gaussian?samples=5&generations=2&seeds=2";

    private static final String CSV = """
            # spec s
            # data d
            seed,generation,a,b,c,d,e
            1,0,1,2,3,4,5
            1,1,1,2,,4,5
            2,0,1,2,3,4,5
            2,1,1,2,3,4,5
            """;

    @TempDir
    Path folder;

    @Test
    void randomSpecsLeadToRowsOrToASentence() {
        assertThat(Fuzz.faults(1, 150, folder)).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameCommands() {
        assertThat(commands(7)).isEqualTo(commands(7)).isNotEqualTo(commands(8));
    }

    private List<RandomCommand> commands(long seed) {
        RandomSpecs specs = new RandomSpecs(seed, catalog(), folder);
        return java.util.stream.Stream.generate(() -> RandomCommand.next(specs))
                .limit(50)
                .toList();
    }

    private static List<Experiment<?, ?>> catalog() {
        return Catalog.experiments(DigitSource.of(Optional.empty(), Map.of()));
    }

    private static List<String> faults(int code, String out, String err) {
        return faults(new Outcome(code, 1, false, 0, out, err, Map.of()));
    }

    private static List<String> faults(Outcome outcome) {
        return new RandomCommandJudge(catalog(), 2)
                .faults(new RandomCommand(List.of("run", SPEC, "--csv", "-"), SPEC), outcome);
    }

    @Test
    void whatIsWrongIsSeen() {
        assertThat(faults(0, CSV, "")).isEmpty();
        assertThat(faults(0, CSV.replace("2,1,1,2,3,4,5\n", ""), "")).hasSize(1);
        assertThat(faults(0, CSV.replace("2,1,1,2,3,4,5", "3,1,1,2,3,4,5"), "")).hasSize(1);
        assertThat(faults(0, CSV.replace("2,,4", "2,4"), "")).hasSize(1);
        assertThat(faults(0, CSV.replace("2,,4", "2,NaN,4"), "")).hasSize(1);
        assertThat(faults(0, CSV.replace("2,,4", "2,Infinity,4"), "")).hasSize(1);
        assertThat(faults(2, "", "samples=1 is too small.\n")).isEmpty();
        assertThat(faults(2, "", "")).isNotEmpty();
        assertThat(faults(2, "seed", "samples=1 is too small.\n")).hasSize(1);
        assertThat(faults(2, "", "java.lang.IllegalStateException.\n")).hasSize(1);
        assertThat(faults(1, "", "Something went wrong inside the program.\n")).hasSize(1);
        assertThat(faults(1, "", "One.\nTwo.\n")).hasSize(1);
        assertThat(faults(3, "", "Three.\n")).hasSize(1);
        assertThat(faults(130, "", "Stopped.\n")).hasSize(1);
    }

    @Test
    void aCommandMayTakeLongIfItStopsWhenToldTo() {
        assertThat(faults(new Outcome(130, 25, true, 1, "", "Stopped.\n", Map.of())))
                .isEmpty();
        assertThat(faults(new Outcome(130, 25, true, 3, "", "Stopped.\n", Map.of())))
                .hasSize(1);
        assertThat(faults(new Outcome(130, 19, true, 3, "", "Stopped.\n", Map.of())))
                .isEmpty();
    }
}
