package collapselab.catalog.gaussian;

import collapselab.experiment.Conservation;
import collapselab.experiment.DataRegime;
import collapselab.experiment.Formula;
import collapselab.experiment.Law;
import collapselab.experiment.Law.Spread;
import collapselab.experiment.MomentRecursion;
import collapselab.experiment.Protocol;
import collapselab.experiment.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What theory says of the recursive Gaussian. t = g + 1 counts fits. */
final class GaussianLaws {
    /** A mean can be seen while the mean of one chain's squared variance is at most this many times its squared mean. */
    private static final double VISIBLE = 1.5;

    private static final String DIGAMMA = "digamma form of the chi-square refits, derived";
    private static final String JENSEN = "Jensen's inequality on the exact moments, derived";

    private final Setting<GaussianParameters> setting;
    private final GaussianParameters parameters;
    private final Protocol protocol;
    private final Reality reality;
    private final GaussianFormulas formulas;
    private final int d;
    private final double scale;
    private final MomentRecursion exact;
    private final boolean pureReplace;
    private final Optional<ChiSquareSteps> steps;

    GaussianLaws(Setting<GaussianParameters> setting, Reality reality) {
        this.setting = setting;
        this.reality = reality;
        parameters = setting.parameters();
        protocol = setting.protocol();
        formulas = new GaussianFormulas(setting, reality);
        d = reality.dimension();
        scale = parameters.scale();
        exact = moments(setting);
        pureReplace = pureReplace(setting) && !parameters.infinite();
        steps = pureReplace
                ? Optional.of(new ChiSquareSteps(
                        protocol.generations(), this::trained, Math.min(d, trained(0) - 1), parameters.estimator()))
                : Optional.empty();
    }

    /** The exact means of the variance and of the mean's squared error. */
    static MomentRecursion moments(Setting<GaussianParameters> setting) {
        return new MomentRecursion(setting.protocol(), setting.regime(), step(setting));
    }

    /** How a model follows from its training set, and the next samples from the model. */
    static MomentRecursion.Step step(Setting<GaussianParameters> setting) {
        GaussianParameters p = setting.parameters();
        int missing = p.estimator() == Estimator.UNBIASED ? 1 : 0;
        return new MomentRecursion.Step(p.statistical(), missing, p.scale(), g -> 0);
    }

    /** Whether each model is fitted to samples of the last one alone. */
    static boolean pureReplace(Setting<?> setting) {
        Protocol protocol = setting.protocol();
        DataRegime regime = setting.regime();
        int most = regime.batch(protocol, protocol.generations() - 1);
        return (regime == DataRegime.REPLACE || regime == DataRegime.REPLACE_MULTIPLE)
                && protocol.realSamples(most) == 0;
    }

    private int trained(int generation) {
        return (int) setting.regime().trained(protocol, generation);
    }

    /** Whether the log of the covariance's determinant has a value. */
    private boolean regular() {
        return (parameters.infinite() || protocol.samples(0) > d) && Double.isFinite(reality.logDeterminant());
    }

    List<Law> laws() {
        if (parameters.infinite()) {
            return withoutChance();
        }
        List<Law> laws = new ArrayList<>();
        Optional<ChiSquareSteps> chi = parameters.normal() ? steps : Optional.empty();
        Optional<Law> log = regular() ? chi.map(this::logLaw) : Optional.empty();
        Optional<ChiSquareSteps> line = d == 1 ? chi : Optional.empty();
        Law variance = mean("variance_ratio", formulas.variance());
        Law judged = line.map(this::spread).map(variance::with).orElse(variance);
        laws.add(log.map(judged::thenBy).orElse(judged));
        line.ifPresent(s -> laws.add(Law.typical("variance_ratio", formulas.typical(), DIGAMMA)));
        laws.add(mean("mean_error2", formulas.meanError()));
        if (log.isPresent()) {
            laws.add(log.get());
        } else if (regular()) {
            laws.add(Law.bound("log_variance_ratio", formulas.logBound(), JENSEN));
        }
        if (line.isPresent()) {
            laws.add(mean("w2", formulas.distance(g -> distance(g, root(line.get(), g)))));
        } else if (!pureReplace) {
            laws.add(Law.floor("w2", formulas.distanceFloor(g -> distance(g, Math.sqrt(exact.variance(g)))), JENSEN));
        }
        return laws;
    }

    private double root(ChiSquareSteps s, int g) {
        return s.root(g) * Math.pow(scale, g / 2.0);
    }

    /** E[W2^2] from E[sigma_t]. */
    private double distance(int g, double root) {
        return exact.meanError(g) + exact.variance(g) + 1 - 2 * reality.likeness() * root;
    }

    /** n = infinity: every metric is its law. */
    private List<Law> withoutChance() {
        String source = "population moments, exact (Shumailov et al. 2024, section 3: no statistical error)";
        List<Law> laws = new ArrayList<>();
        laws.add(Law.exact("variance_ratio", formulas.variance(), source));
        laws.add(Law.exact("mean_error2", formulas.withoutDrift(), source));
        if (regular()) {
            laws.add(Law.exact("log_variance_ratio", formulas.logWithoutChance(), source));
        }
        laws.add(Law.exact(
                "w2", formulas.distanceWithoutChance(g -> distance(g, Math.sqrt(exact.variance(g)))), source));
        if (reality.tail() > 0) {
            double limit = Reality.TAIL * reality.deviation(0);
            laws.add(Law.exact(
                    "tail_mass",
                    formulas.tailWithoutChance(
                            g -> Reality.normalTail(0, reality.deviation(0) * Math.sqrt(exact.variance(g)), limit)
                                    / reality.tail()),
                    source));
        }
        return laws;
    }

    private Law mean(String metric, Formula formula) {
        return Law.mean(metric, formula, formulas.source()).visibleUntil(lastVisible());
    }

    /** Of one chain's variance along an axis. */
    private Spread spread(ChiSquareSteps s) {
        return new Spread(g -> exact.variance(g) * Math.sqrt(s.swell(g) - 1), s::skewness);
    }

    private int lastVisible() {
        if (steps.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        int visible = 0;
        while (visible < protocol.generations() && steps.get().swell(visible) <= VISIBLE) {
            visible++;
        }
        return visible - 1;
    }

    /** E ln det(Sigma_t) / d and its deviation: sums over the chi-squares of a Bartlett factor. */
    private Law logLaw(ChiSquareSteps s) {
        return Law.mean("log_variance_ratio", formulas.log(), DIGAMMA)
                .with(new Spread(s::logDeviation, s::logSkewness));
    }

    /** What the spread loses goes into the drift. */
    Conservation conservation() {
        Law total = Law.mean(Conservation.METRIC, formulas.total(), "law of total variance, derived");
        return new Conservation(
                "variance_ratio",
                "mean_error2",
                parameters.infinite() ? total.with(Spread.NONE) : total.visibleUntil(lastVisible()));
    }
}
