package collapselab.view;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.catalog.Catalog;
import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.kernel.data.DigitSource;
import collapselab.session.Averages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SentencesTest {
    private static final List<Experiment<?, ?>> CATALOG =
            Catalog.experiments(DigitSource.of(Optional.empty(), Map.of()));

    private static String headline(String spec) {
        return Sentences.headline(RunSpec.parse(spec, List.of(new Drift(true))));
    }

    @Test
    void theHeadlineSaysHowTheSampleGrows() {
        assertThat(headline("drift?samples=1000"))
                .isEqualTo("Drift: each generation learns from 1,000 samples of the last");
        assertThat(headline("drift?growth=linear"))
                .isEqualTo("Drift: generation t learns from t times 100 samples of the last");
        assertThat(headline("drift?growth=superlinear&real=0.1"))
                .isEqualTo(
                        "Drift: generation t learns from t√t times 100 samples of the last, 10 % of them fresh real data");
    }

    @Test
    void theMeanLiesWhereMostChainsAreOnOneSideOfIt() {
        assertThat(Sentences.averages(new Averages(1.04, 0.18, 0.83, 0.17, 64), ""))
                .isEqualTo("The mean lies: mean 1.04, median 0.18; 83 % of chains lie below the mean.");
        assertThat(Sentences.averages(new Averages(1, 1.01, 0.45, 0.55, 64), "Replace"))
                .isEqualTo("Mean beside median (Replace): mean 1, median 1.01; 55 % of chains lie above the mean.");
    }

    @Test
    void aRunIsNamedByWhatDistinguishesIt() {
        var gaussian = RunSpec.opening(RunSpec.read("gaussian", CATALOG).experiment());
        assertThat(Sentences.difference(gaussian)).isEqualTo("defaults");
        assertThat(Sentences.difference(gaussian.with("samples", "4570")
                        .with("regime", "replace,accumulate")
                        .with("real", "0.1")
                        .with("estimator", "mle")))
                .isEqualTo("n = 4,570, Replace and Accumulate, 10 % real, MLE (n)");
    }

    @Test
    void infinitelyManySamplesAreNotCalledAHundred() {
        var infinite = RunSpec.read("gaussian?statistical=infinite", CATALOG);
        assertThat(Sentences.headline(infinite))
                .isEqualTo("Gaussian: each generation learns from infinitely many samples of the last");
        assertThat(Sentences.numbers(infinite, 3, "N(0, I)")).startsWith("n = ∞");
    }

    @Test
    void whereDataComeFromIsNotCutInTheMidst() {
        var mixture = RunSpec.read("mixture", CATALOG);
        assertThat(Sentences.numbers(mixture, 3, mixture.data())).endsWith("(2, 0), drawn exactly");
        var drawn = RunSpec.read("gaussian?data=drawn&file=/some/where/points.csv", CATALOG);
        assertThat(Sentences.numbers(drawn, 3, drawn.data()))
                .doesNotContain("/some/where")
                .contains("points.csv");
    }
}
