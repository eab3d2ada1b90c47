package collapselab.catalog.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import collapselab.experiment.DataRegime;
import collapselab.experiment.ErrorSource;
import collapselab.experiment.ErrorSource.Kind;
import collapselab.experiment.Generation;
import collapselab.experiment.Growth;
import collapselab.experiment.Judging;
import collapselab.experiment.Law;
import collapselab.experiment.Milestone;
import collapselab.experiment.OwnData;
import collapselab.experiment.Protocol;
import collapselab.experiment.RealSource;
import collapselab.experiment.RecursiveTraining;
import collapselab.experiment.RecursiveTraining.Wanted;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Setting;
import collapselab.experiment.Standing;
import collapselab.experiment.Verdict;
import collapselab.kernel.Progress;
import collapselab.kernel.random.Chains;
import collapselab.kernel.random.Purpose;
import collapselab.plot.Doubles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The three sources of error, each alone, against its exact prediction. */
class GaussianErrorsTest {
    private static final GaussianExperiment EXPERIMENT = new GaussianExperiment(new OwnData());

    private static RunSpec<?> spec(String parameters) {
        return RunSpec.parse("gaussian?" + parameters, List.of(EXPERIMENT));
    }

    @SuppressWarnings("unchecked") // the only experiment of the catalog above
    private static Setting<GaussianParameters> setting(String parameters) {
        RunSpec<GaussianParameters> spec = (RunSpec<GaussianParameters>) spec(parameters);
        return spec.setting(spec.regimes().get(0));
    }

    private static List<Generation<GaussianSnapshot>> run(Setting<GaussianParameters> setting) {
        Protocol protocol = setting.protocol();
        var training = new RecursiveTraining<>(
                new GaussianLearner(setting, EXPERIMENT.reality(setting.parameters())),
                protocol,
                setting.regime(),
                Chains.from(protocol.seed(), protocol.seeds()));
        return Stream.generate(() -> training.next(Wanted.ALL, Progress.NONE))
                .limit(protocol.generations())
                .toList();
    }

    private static double value(Generation<?> generation, String metric) {
        return row(generation, metric).get(0);
    }

    private static Doubles row(Generation<?> generation, String metric) {
        int index = IntStream.range(0, GaussianExperiment.METRICS.size())
                .filter(m -> GaussianExperiment.METRICS.get(m).id().equals(metric))
                .findFirst()
                .orElseThrow();
        return generation.metrics().get(index);
    }

    static Stream<String> withoutChance() {
        List<String> all = new ArrayList<>();
        for (DataRegime regime : DataRegime.values()) {
            for (String data : List.of("normal", "two-peaks", "two-peaks&dimension=3")) {
                for (String sampler : List.of("", "&truncation=2", "&temperature=0.9&truncation=3")) {
                    for (String real : List.of("", "&real=0.3", "&real=0.3&realSource=kept", "&growth=linear")) {
                        if (regime != DataRegime.REPLACE_MULTIPLE || !real.contains("kept")) {
                            all.add("statistical=infinite&samples=20&generations=30&seeds=3&regime=" + regime.text()
                                    + "&data=" + data + sampler + real);
                        }
                    }
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("withoutChance")
    void withInfinitelyManySamplesEveryMetricIsItsLawInEveryChain(String text) {
        Setting<GaussianParameters> setting = setting(text);
        List<Law> laws = EXPERIMENT.laws(setting);
        for (Generation<GaussianSnapshot> generation : run(setting)) {
            for (var metric : GaussianExperiment.METRICS) {
                Doubles values = row(generation, metric.id());
                assertThat(values.toArray()).containsOnly(values.get(0));
                assertThat(Judging.at(metric.id(), laws, generation.index(), id -> row(generation, id)))
                        .as(metric.id() + " at " + generation.index())
                        .matches(verdict -> verdict.status() == Verdict.Status.AGREES);
            }
        }
    }

    @Test
    void withInfinitelyManySamplesOfTheRightFamilyNothingHappens() {
        for (Generation<?> generation : run(setting("statistical=infinite&generations=2000"))) {
            assertThat(value(generation, "variance_ratio")).isEqualTo(1);
            assertThat(value(generation, "mean_error2")).isZero();
            assertThat(value(generation, "w2")).isZero();
            assertThat(value(generation, "tail_mass")).isEqualTo(1);
        }
    }

    /** "Can only occur at the first generation": the wrong family jumps once and then stays. */
    @ParameterizedTest
    @EnumSource(DataRegime.class)
    void theWrongFamilyJumpsOnceAndStays(DataRegime regime) {
        List<Generation<GaussianSnapshot>> all =
                run(setting("statistical=infinite&data=two-peaks&generations=200&regime=" + regime.text()));
        double jump = value(all.get(0), "w2");
        assertThat(jump).isBetween(0.05, 0.15);
        double tail = value(all.get(0), "tail_mass");
        assertThat(tail).isGreaterThan(5);
        for (Generation<?> generation : all) {
            boolean copied = regime == DataRegime.REPLACE || regime == DataRegime.REPLACE_MULTIPLE;
            assertThat(value(generation, "w2")).isCloseTo(jump, within(copied ? 0 : 1e-12));
            assertThat(value(generation, "variance_ratio")).isCloseTo(1, within(1e-12));
        }
    }

    /** The jump is the distance of two quantile functions: here by brute force. */
    @Test
    void theJumpIsTheDistanceOfQuantiles() {
        Reality peaks = Reality.twoPeaks(1);
        NormalDistribution normal = new NormalDistribution();
        int steps = 20_000;
        double sum = 0;
        double x = -12;
        for (int i = 0; i < steps; i++) {
            double p = (i + 0.5) / steps;
            while (0.5 * (normal.cumulativeProbability(x - 2) + normal.cumulativeProbability(x + 2)) < p) {
                x += 1e-3;
            }
            double gap = x / Math.sqrt(5) - normal.inverseCumulativeProbability(p);
            sum += gap * gap / steps;
        }
        assertThat(2 - 2 * peaks.likeness()).isCloseTo(sum, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({"2,0.7737", "3,0.9733", "10,1.0000"})
    void truncationLeavesTheKnownPartOfTheVariance(double k, double part) {
        assertThat(GaussianParameters.kept(k)).isCloseTo(part, within(5e-5));
    }

    @Test
    void aBiasedSamplerShrinksGeometricallyWhateverTheSampleSize() {
        for (int n : new int[] {10, 1_000}) {
            List<Generation<GaussianSnapshot>> all =
                    run(setting("statistical=infinite&truncation=2&temperature=0.9&generations=40&samples=" + n));
            double factor = 0.9 * GaussianParameters.kept(2);
            for (Generation<?> generation : all) {
                assertThat(value(generation, "variance_ratio"))
                        .isCloseTo(Math.pow(factor, generation.index()), within(1e-12));
            }
        }
    }

    /** Samples of a truncated model lie where they may, and have its variance (4 standard errors; kurtosis below 3). */
    @Test
    void truncatedSamplesStayWithinReach() {
        int n = 40_000;
        double[] points = new double[n];
        GaussianModel model = GaussianModel.centred(new double[] {1}, 1, 1);
        model.samples(1, 2).draw(0, Chains.from(1, 1).draws(0, Purpose.SAMPLE).stream(0), points);
        assertThat(Arrays.stream(points).map(Math::abs).max().orElseThrow()).isBetween(1.9, 2.0);
        double square = Arrays.stream(points).map(x -> x * x).average().orElseThrow();
        assertThat(square).isCloseTo(GaussianParameters.kept(2), within(4 * Math.sqrt(2.0 / n)));
    }

    /** The same points, kept as points or made statistics at once. */
    @Test
    void pointsThatAreKeptAndPointsThatAreReducedAgree() {
        for (String what : List.of("data=two-peaks", "truncation=1.5", "data=two-peaks&truncation=2&dimension=2")) {
            String rest = "&seeds=5&samples=15&generations=2&regime=";
            Generation<?> reduced = run(setting(what + rest + "replace")).get(0);
            Generation<?> kept = run(setting(what + rest + "subsample")).get(0);
            for (String metric : List.of("variance_ratio", "mean_error2", "w2", "log_variance_ratio")) {
                for (int c = 0; c < 5; c++) {
                    assertThat(row(reduced, metric).get(c))
                            .isCloseTo(row(kept, metric).get(c), within(1e-12));
                }
            }
        }
    }

    @Test
    void eachSwitchTurnsItsErrorAndBack() {
        Map<Kind, List<String>> texts = Map.of(
                Kind.STATISTICAL, List.of("", "statistical=infinite"),
                Kind.EXPRESSIVITY, List.of("", "data=two-peaks"),
                Kind.APPROXIMATION, List.of("", "temperature=0.8&truncation=2"));
        texts.forEach((kind, both) -> both.forEach(text -> {
            ErrorSource source = source(spec(text), kind);
            RunSpec<?> turned = spec(text);
            for (var change : source.flip().entrySet()) {
                turned = turned.with(change.getKey(), change.getValue());
            }
            assertThat(source(turned, kind).on()).isEqualTo(!source.on());
            assertThat(source.sentence()).endsWith(".");
        }));
    }

    private static ErrorSource source(RunSpec<?> spec, Kind kind) {
        return EXPERIMENT.errors(setting(spec.toString().substring("gaussian?".length()))).stream()
                .filter(source -> source.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void sentencesCarryTheExactPrediction() {
        assertThat(source(spec("truncation=2&generations=11"), Kind.APPROXIMATION)
                        .sentence())
                .contains("0.7737", "7.7 %");
        assertThat(source(spec("data=two-peaks"), Kind.EXPRESSIVITY).sentence()).contains("jumps to 0.0");
        assertThat(source(spec("estimator=mle&generations=100"), Kind.STATISTICAL)
                        .sentence())
                .contains("n = 100", "0.366", "0.634");
    }

    /** Spread and drift, 4 standard errors, in every regime; 24 comparisons of 800 chains: a false alarm in 600 seeds. */
    @ParameterizedTest
    @EnumSource(DataRegime.class)
    void whatTheSpreadLosesTheDriftGains(DataRegime regime) {
        for (String more : List.of("&growth=linear", "&real=0.2", "&data=two-peaks&truncation=2")) {
            Setting<GaussianParameters> setting =
                    setting("estimator=mle&samples=20&generations=10&seeds=800&regime=" + regime.text() + more);
            var law = EXPERIMENT.conservation(setting).orElseThrow();
            if (!more.contains("truncation")) {
                assertThat(law.total().value().applyAsDouble(9)).isCloseTo(1, within(1e-12));
            }
            Generation<?> last = run(setting).get(9);
            double[] sums = IntStream.range(0, 800)
                    .mapToDouble(c -> row(last, law.spread()).get(c)
                            + row(last, law.drift()).get(c))
                    .toArray();
            double mean = Arrays.stream(sums).average().orElseThrow();
            double square =
                    Arrays.stream(sums).map(x -> (x - mean) * (x - mean)).sum() / 799;
            assertThat(mean).isCloseTo(law.total().value().applyAsDouble(9), within(4 * Math.sqrt(square / 800)));
        }
    }

    @Test
    void theStagesOfCollapseHaveTheirThresholds() {
        List<Milestone> milestones = EXPERIMENT.milestones(setting(""));
        assertThat(milestones).extracting(Milestone::kind).containsExactly(Milestone.Kind.EARLY, Milestone.Kind.LATE);
        assertThat(milestones).extracting(Milestone::limit).containsExactly(1.0, 3.0);
        assertThat(milestones.get(0).threshold()).contains("1 nat a point", "generation 0");
        assertThat(course(0.8, 0.1, 0, 0)).isEqualTo(Double.POSITIVE_INFINITY);
        for (double[] v : new double[][] {{1, 0}, {0.5, 0}, {0.25, 0.5}, {0.05, 2}, {3, 1}}) {
            assertThat(course(0.8, 0.1, v[0], v[1])).isCloseTo(cost(v[0], v[1]) - cost(0.8, 0.1), within(1e-6));
        }
    }

    private static double course(double firstVariance, double firstError, double variance, double error) {
        return EXPERIMENT
                .milestones(setting(""))
                .get(0)
                .course()
                .of(
                        Map.of("variance_ratio", variance, "mean_error2", error)::get,
                        Map.of("variance_ratio", firstVariance, "mean_error2", firstError)::get);
    }

    /** Nats that a real value costs on average under N(sqrt(error), variance), by the trapezoidal rule. */
    private static double cost(double variance, double error) {
        NormalDistribution real = new NormalDistribution(null, 0, 1);
        NormalDistribution model = new NormalDistribution(null, Math.sqrt(error), Math.sqrt(variance));
        return -IntStream.rangeClosed(-1000, 1000)
                .mapToDouble(i -> 0.01 * real.density(0.01 * i) * model.logDensity(0.01 * i))
                .sum();
    }

    @Test
    void formulasCarryTheUsersNumbers() {
        assertThat(formula("estimator=mle", "variance_ratio")).contains("(1 \u2212 1/100)");
        assertThat(formula("growth=superlinear", "mean_error2")).contains("\u2192 0.02612: stays finite");
        assertThat(formula("growth=linear&estimator=mle", "variance_ratio")).contains("1/(100k)");
        assertThat(formula("regime=replace-multiple", "mean_error2")).contains("1/(100k)", "ln t");
        assertThat(formula("regime=accumulate&estimator=mle", "variance_ratio")).contains("0.9836");
        assertThat(formula("statistical=infinite&truncation=2", "variance_ratio"))
                .contains("0.7737\u1d57");
        for (Growth growth : Growth.values()) {
            for (DataRegime regime : DataRegime.values()) {
                String text = "growth=" + growth.text() + "&regime=" + regime.text() + "&generations=20";
                EXPERIMENT.laws(setting(text)).forEach(law -> assertThat(law.formula())
                        .isNotBlank());
                assertThat(EXPERIMENT
                                .conservation(setting(text))
                                .orElseThrow()
                                .total()
                                .formula())
                        .isNotBlank();
            }
        }
    }

    private static String formula(String text, String metric) {
        return EXPERIMENT.laws(setting(text)).stream()
                .filter(law -> law.metric().equals(metric))
                .findFirst()
                .orElseThrow()
                .formula();
    }

    @Test
    void explanationsAreWrittenFromTheNumbers() {
        assertThat(explained("generations=101"))
                .contains("The mean lies: at generation 100 E[\u03c3\u00b2] is 1", "0.36");
        assertThat(explained("growth=superlinear")).contains("tends to 0.026: the loss stops");
        assertThat(explained("growth=linear")).contains("ln t/100");
        assertThat(explained("regime=replace-multiple")).contains("sum of 1/n\u209c, here 0.059");
        assertThat(explained("statistical=infinite&data=two-peaks&truncation=2"))
                .contains("jumps to 0.0531", "0.7737")
                .doesNotContain("The mean lies", "halves");
        assertThat(explained("regime=accumulate&real=0.2")).contains("20 are real");
    }

    private static String explained(String text) {
        Setting<GaussianParameters> setting = setting(text);
        var spec = new RunSpec<>(EXPERIMENT, setting.protocol(), List.of(setting.regime()), setting.parameters());
        int last = setting.protocol().generations() - 1;
        return String.join(
                " ",
                EXPERIMENT.explain(spec, List.of(new Standing(setting.regime(), last, Map.of("variance_ratio", 0.5)))));
    }

    @Test
    void keptAndRedrawnRealDataMayBeTheWholeBatch() {
        for (RealSource source : RealSource.values()) {
            List<Generation<GaussianSnapshot>> all =
                    run(setting("real=1&generations=4&samples=30&realSource=" + source.text()));
            boolean same = source != RealSource.FRESH;
            assertThat(value(all.get(3), "variance_ratio") == value(all.get(0), "variance_ratio"))
                    .isEqualTo(same);
        }
    }
}
