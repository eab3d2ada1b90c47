package collapselab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import collapselab.catalog.gaussian.GaussianExperiment;
import collapselab.experiment.OwnData;
import collapselab.experiment.RunSpec;
import collapselab.kernel.Progress;
import collapselab.session.Ensemble;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What theory says is in the file, so that a reader can check the run with nothing else. */
class VerdictsInJsonTest {
    @TempDir
    Path folder;

    private JsonNode run(String text, List<Integer> at) throws IOException {
        RunSpec<?> spec = RunSpec.parse(text, List.of(new GaussianExperiment(new OwnData())));
        Path file = folder.resolve("run.json");
        try (TableFile table = TableFile.to(file, TableFile.Format.JSON, new Heading(spec, "test"))) {
            Ensemble.of(spec, new TreeSet<>(at)).run(table::add, Progress.NONE);
            table.finish();
        }
        assertThat(Files.readAllLines(file)).anyMatch(line -> line.startsWith("{\"regime\":\"replace\",\"metric\""));
        return new ObjectMapper().readTree(file.toFile());
    }

    @Test
    void lawsHaveTheirValuesByGeneration() throws IOException {
        JsonNode json = run(
                "gaussian?samples=10&generations=31&estimator=mle&seeds=300&regime=replace,accumulate",
                List.of(0, 4, 30));
        JsonNode variance = json.get("laws").get(0);
        assertThat(variance.get("regime").asText()).isEqualTo("replace");
        assertThat(variance.get("metric").asText()).isEqualTo("variance_ratio");
        assertThat(variance.get("kind").asText()).isEqualTo("mean");
        assertThat(variance.get("values")).hasSize(3);
        for (int i = 0; i < 3; i++) {
            int t = List.of(1, 5, 31).get(i);
            assertThat(variance.get("values").get(i).asDouble()).isCloseTo(Math.pow(0.9, t), within(1e-12));
        }
        assertThat(json.get("laws")).anyMatch(law -> law.get("kind").asText().equals("typical"));
        assertThat(json.get("laws")).anyMatch(law -> law.get("regime").asText().equals("accumulate"));
    }

    @Test
    void everyRegimeAndMetricHasAVerdict() throws IOException {
        JsonNode verdicts = run(
                        "gaussian?samples=10&generations=31&estimator=mle&seeds=300&regime=replace,accumulate",
                        List.of())
                .get("verdicts");
        assertThat(verdicts).hasSize(10);
        assertThat(verdicts.get(0).get("metric").asText()).isEqualTo("variance_ratio");
        assertThat(verdicts.get(0).get("status").asText()).isEqualTo("agrees");
        assertThat(verdicts.get(0).get("visible").asDouble()).isBetween(0.01, 0.5);
        assertThat(verdicts.get(4).get("metric").asText()).isEqualTo("tail_mass");
        assertThat(verdicts.get(4).get("status").asText()).isEqualTo("none");
        assertThat(verdicts.get(4).get("visible").isNull()).isTrue();
        assertThat(verdicts.get(9).get("regime").asText()).isEqualTo("accumulate");
    }

    @Test
    void oneChainLeavesVerdictsOpen() throws IOException {
        JsonNode verdict =
                run("gaussian?generations=3", List.of()).get("verdicts").get(0);
        assertThat(verdict.get("status").asText()).isEqualTo("open");
        assertThat(verdict.get("sentence").asText()).startsWith("one chain");
    }
}
