package collapselab.view;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.experiment.RunSpec;
import collapselab.session.Averages;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SentencesTest {
    private static String headline(String spec) {
        return Sentences.headline(RunSpec.parse(spec, List.of(new Drift(true))));
    }

    @Test
    void theHeadlineSaysHowTheSampleGrows() {
        assertThat(headline("drift?samples=1000"))
                .isEqualTo("Drift: each generation learns from 1,000 samples of the last");
        assertThat(headline("drift?growth=linear"))
                .isEqualTo("Drift: generation t learns from 100 t samples of the last");
        assertThat(headline("drift?growth=superlinear&real=0.1"))
                .isEqualTo("Drift: generation t learns from 100 t√t samples of the last, 10 % of them fresh real data");
    }

    @Test
    void theMeanLiesWhereMostChainsAreOnOneSideOfIt() {
        assertThat(Sentences.averages(new Averages(1.04, 0.18, 0.83, 0.17, 64), ""))
                .isEqualTo("The mean lies: mean 1.04, median 0.18; 83 % of chains lie below the mean.");
        assertThat(Sentences.averages(new Averages(1, 1.01, 0.45, 0.55, 64), "Replace"))
                .isEqualTo("Mean beside median (Replace): mean 1, median 1.01; 55 % of chains lie above the mean.");
    }
}
