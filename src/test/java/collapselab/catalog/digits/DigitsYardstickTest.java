package collapselab.catalog.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import collapselab.experiment.RunSpec;
import collapselab.kernel.data.DigitSource;
import collapselab.session.ChainBlock;
import collapselab.session.Ensemble;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Real MNIST beside a run of the same network in PyTorch (n = 10,000, ten epochs, decoder means, one seed). The ranges are
 * the smallest and largest of five seeds of this program, wider by half their distance on each side.
 */
@Tag("slow")
class DigitsYardstickTest {
    @Test
    void twoGenerationsCollapseAsFastAsInTheReferenceRun() {
        DigitSource source = DigitSource.of(Optional.empty(), System.getenv());
        assumeThat(source.folder())
                .as("no MNIST: name its folder by " + DigitSource.VARIABLE)
                .isPresent();
        RunSpec<?> spec = RunSpec.parse("digits?generations=2&seed=1", List.of(new DigitsExperiment(source)));
        List<ChainBlock> blocks = new ArrayList<>();
        Ensemble.of(spec, new TreeSet<>()).run((regime, block) -> blocks.add(block), fraction -> {});
        double[][] metrics = new double[2][5];
        for (int g = 0; g < 2; g++) {
            for (int m = 0; m < 5; m++) {
                metrics[g][m] =
                        blocks.get(0).generations().get(g).metrics().get(m).get(0);
            }
        }
        assertThat(metrics[0][0]).as("test loss, reference 119").isBetween(117.9, 120.3);
        assertThat(metrics[1][0]).as("test loss, reference 133").isBetween(131.0, 133.0);
        assertThat(metrics[0][1]).as("latent spread, reference 0.829").isBetween(0.831, 0.850);
        assertThat(metrics[1][1]).as("latent spread, reference 0.700").isBetween(0.694, 0.722);
        assertThat(metrics[1][2] / metrics[0][2])
                .as("Frechet ratio, reference 64 / 34")
                .isBetween(1.73, 2.0);
        assertThat(metrics[0][4]).as("classes alive, reference 10").isEqualTo(10);
    }
}
