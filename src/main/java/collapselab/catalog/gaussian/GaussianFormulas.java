package collapselab.catalog.gaussian;

import static collapselab.experiment.Term.ONE;
import static collapselab.experiment.Term.T;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Formula;
import collapselab.experiment.MomentFormulas;
import collapselab.experiment.MomentRecursion;
import collapselab.experiment.Protocol;
import collapselab.experiment.Rounded;
import collapselab.experiment.Setting;
import collapselab.experiment.Term;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.special.Gamma;

/** The laws' formulas, with the user's numbers in them: closed forms where there are any, else the recursion's values. */
final class GaussianFormulas {
    private static final String MEAN = "E|\u03bc\u209c \u2212 \u03bc\u2080|\u00b2";
    private static final String TWO = "\u2082";
    private static final double EULER = 0.577_215_664_901_532_9;

    private final Setting<GaussianParameters> setting;
    private final Protocol protocol;
    private final Reality reality;
    private final MomentFormulas moments;
    private final MomentRecursion exact;
    private final int n;
    private final int d;
    private final double scale;
    private final boolean unbiased;
    private final boolean infinite;

    GaussianFormulas(Setting<GaussianParameters> setting, Reality reality) {
        this.setting = setting;
        this.reality = reality;
        protocol = setting.protocol();
        moments = new MomentFormulas(protocol, setting.regime(), GaussianLaws.step(setting), "");
        exact = GaussianLaws.moments(setting);
        n = protocol.samples();
        d = reality.dimension();
        scale = setting.parameters().scale();
        unbiased = setting.parameters().estimator() == Estimator.UNBIASED;
        infinite = setting.parameters().infinite();
    }

    /** Where the mean and the variance come from. */
    String source() {
        boolean normal = setting.parameters().normal();
        if (moments.chained() && normal) {
            return "Shumailov et al. 2024, section 3; exact form derived from chi-square refits";
        }
        boolean kazdan = setting.regime() == DataRegime.ACCUMULATE && !unbiased && scale == 1 && moments.isConstant();
        return kazdan && normal && protocol.realSamples() == 0
                ? "Kazdan et al. 2024, lemmas 2 and 3" + (d == 1 ? "" : "; for traces derived")
                : "exact linear recursion of the first two moments, derived";
    }

    private Formula formula(String left, Optional<Term> closed, IntToDoubleFunction value) {
        return closed.map(term -> Formula.of(left + " = ", term))
                .orElseGet(() -> Formula.recursion(left, moments.inputs(), value));
    }

    private String spread() {
        return d == 1 ? "E[\u03c3\u209c\u00b2]/\u03c3\u2080\u00b2" : "E[tr \u03a3\u209c]/tr \u03a3\u2080";
    }

    private String drift() {
        return MEAN + (d == 1 ? "/\u03c3\u2080\u00b2" : "/tr \u03a3\u2080");
    }

    Formula variance() {
        boolean tends = setting.regime() == DataRegime.ACCUMULATE && !infinite && moments.isConstant();
        return moments.fitted()
                .filter(term -> tends && term != ONE)
                .map(term -> Formula.of(
                        spread() + " = ",
                        term,
                        " \u2192 "
                                + Rounded.of(pooledLimit(n, setting.parameters().estimator()))))
                .orElseGet(() -> formula(spread(), moments.fitted(), exact::variance));
    }

    /**
     * What accumulate leaves of the variance in the end: Euler's sin(x)/x at x = pi / sqrt(n) for maximum likelihood. For the
     * other divisor the product of 1 - 1/(k (n k - 1)) from k = 2 on, by its zeros r: n r^2 - r - 1 = 0.
     */
    static double pooledLimit(int n, Estimator estimator) {
        if (estimator == Estimator.MLE) {
            double x = Math.PI / Math.sqrt(n);
            return Math.sin(x) / x;
        }
        double root = Math.sqrt(1 + 4.0 * n);
        return Math.exp(Gamma.logGamma(2 - 1.0 / n)
                - Gamma.logGamma(2 - (1 + root) / (2 * n))
                - Gamma.logGamma(2 - (1 - root) / (2 * n)));
    }

    Formula meanError() {
        Formula formula = formula(drift(), moments.meanError(), exact::meanError);
        return moments.chained() && !infinite && scale == 1 ? formula.with(bounded()) : formula;
    }

    /** What becomes of the sum of 1/n_k under replace where batches grow. */
    private String bounded() {
        boolean multiple = setting.regime() == DataRegime.REPLACE_MULTIPLE;
        String sum = "; " + Term.sum(1, ONE.over(moments.sizes()));
        return switch (protocol.growth()) {
            case CONSTANT -> multiple ? sum + endless() : "";
            case LINEAR -> sum + (multiple ? " \u2192 2/" + n + ": stays finite" : endless());
            case SUPERLINEAR -> multiple ? "" : sum + " \u2192 " + Rounded.of(inverseLimit(n)) + ": stays finite";
        };
    }

    private String endless() {
        return " \u2248 (ln t + " + Rounded.of(EULER) + ")/" + n + ": grows without end";
    }

    /** The sum of 1/round(n k^1.5) over all k: zeta(3/2)/n, and what rounding does to the first terms. */
    static double inverseLimit(int n) {
        double zeta = 2.612_375_348_685_488;
        double sum = zeta / n;
        for (int k = 1; k <= 10_000; k++) {
            double size = n * Math.pow(k, 1.5);
            sum += 1 / Math.rint(size) - 1 / size;
        }
        return sum;
    }

    private String logarithm() {
        return d == 1 ? "E[ln \u03c3\u209c\u00b2/\u03c3\u2080\u00b2]" : "E[ln det \u03a3\u209c/det \u03a3\u2080]/" + d;
    }

    /** E of the log determinant over d, under replace. */
    Formula log() {
        return Formula.of(logarithm() + " = ", logTerm(), moments.isConstant() ? " \u2248 " + pace() : "");
    }

    Formula typical() {
        return Formula.of(
                "median \u2248 exp " + logarithm() + " = ",
                logTerm().exp(),
                moments.isConstant() ? " \u2248 exp(" + pace() + ")" : "");
    }

    /** What a fit does to the logarithm, times t. */
    private String pace() {
        double step = new ChiSquareSteps(1, g -> n, d, setting.parameters().estimator()).log(0);
        return Term.rounded(step).times(T)
                + (scale == 1
                        ? ""
                        : (scale < 1 ? " \u2212 " : " + ") + Rounded.of(Math.abs(Math.log(scale))) + "(t \u2212 1)");
    }

    private Term logTerm() {
        Term two = Term.whole(2);
        Term size = moments.size();
        Term less = moments.isConstant() ? Term.whole(n - 1L) : size.minus(ONE);
        Term factor = two.over(unbiased ? less : size).ln();
        Term step = d == 1
                ? less.over(two).digamma().plus(factor)
                : factor.plus(
                        Term.sumOver(d, j -> size.minus(j).over(two).digamma()).over(Term.whole(d)));
        Term all = moments.isConstant() ? T.times(step) : Term.sum(1, step);
        return scale == 1 ? all : T.minus(ONE).times(Term.number(scale).ln()).plus(all);
    }

    /** Jensen's bound of the log determinant. */
    Formula logBound() {
        return moments.fitted()
                .map(term -> Formula.of(logarithm() + " \u2264 ln " + spread() + " = ", term.ln()))
                .orElseGet(() -> Formula.recursion(
                        logarithm() + " \u2264 ln " + spread(), moments.inputs(), g -> Math.log(exact.variance(g))));
    }

    private static String distanceSquared() {
        return "E[W" + TWO + "\u00b2]/\u03c3\u2080\u00b2";
    }

    /** E of the squared distance under replace, from E[sigma_t]. */
    Formula distance(IntToDoubleFunction value) {
        Term size = moments.size();
        Term root =
                unbiased ? size.c4() : size.c4().times(ONE.minus(ONE.over(size)).root());
        Term roots = moments.isConstant() ? root.power(T) : Term.product(1, root);
        Term typical = scale == 1
                ? roots
                : Term.number(scale).power(T.minus(ONE)).root().times(roots);
        return moments.total()
                .map(total ->
                        Formula.of(distanceSquared() + " = ", oneMore(total).minus(doubled(typical, 1))))
                .orElseGet(() -> Formula.recursion(
                        distanceSquared() + " = " + drift() + " + " + spread()
                                + " + 1 \u2212 2 E[\u03c3\u209c]/\u03c3\u2080,",
                        moments.inputs(),
                        value));
    }

    private Term oneMore(Term total) {
        boolean drifts = moments.fitted().filter(spread -> spread == ONE).isPresent();
        return total == ONE
                ? Term.whole(2)
                : drifts ? Term.whole(2).plus(moments.meanError().orElseThrow()) : total.plus(ONE);
    }

    private static Term doubled(Term term, double likeness) {
        Term two = likeness == 1 ? Term.whole(2) : Term.whole(2).times(Term.rounded(likeness));
        return two.times(term);
    }

    /** Jensen's bound of the squared distance. */
    Formula distanceFloor(IntToDoubleFunction value) {
        String left = distanceSquared() + " \u2265 ";
        Optional<Term> closed = moments.total().flatMap(total -> moments.named()
                .map(spread -> oneMore(total).minus(doubled(spread.root(), reality.likeness()))));
        return closed.map(term -> Formula.of(left, term))
                .orElseGet(() -> Formula.recursion(
                        left + drift() + " + " + spread() + " + 1 \u2212 2" + likeness() + "\u221a(" + spread() + "),",
                        moments.inputs(),
                        value));
    }

    private String likeness() {
        return reality.likeness() == 1 ? "" : "\u00b7" + Rounded.of(reality.likeness());
    }

    /** n = infinity. */
    Formula withoutDrift() {
        return Formula.of(drift() + " = ", Term.whole(0)).with(": \u03bc\u209c = \u03bc\u2080");
    }

    Formula logWithoutChance() {
        String left = "ln \u03c3\u209c\u00b2/\u03c3\u2080\u00b2";
        Optional<Term> closed = moments.fitted()
                .map(term -> scale == 1
                        ? Term.whole(0)
                        : T.minus(ONE).times(Term.number(scale).ln()));
        return formula(left, closed, g -> Math.log(exact.variance(g)));
    }

    Formula distanceWithoutChance(IntToDoubleFunction value) {
        Optional<Term> closed = moments.fitted()
                .map(spread -> scale == 1
                        ? Term.whole(2).minus(doubled(Term.rounded(reality.likeness()), 1))
                        : spread.plus(ONE).minus(doubled(spread.root(), reality.likeness())));
        return closed.map(term -> Formula.of("W" + TWO + "\u00b2/\u03c3\u2080\u00b2 = ", term))
                .orElseGet(() -> Formula.recursion(
                        "W" + TWO + "\u00b2/\u03c3\u2080\u00b2 = \u03c3\u209c\u00b2/\u03c3\u2080\u00b2 + 1 \u2212 2"
                                + likeness() + "\u00b7\u03c3\u209c/\u03c3\u2080,",
                        moments.inputs(),
                        value));
    }

    /** The part of a normal distribution beyond two real deviations, over the real one. */
    Formula tailWithoutChance(IntToDoubleFunction value) {
        String left = "2\u03a6(\u22122\u03c3\u2080/\u03c3\u209c)/" + Rounded.of(reality.tail());
        return moments.fitted()
                .map(spread -> Formula.of("", tail(spread)))
                .orElseGet(() -> Formula.recursion(left + ", \u03c3\u209c", moments.inputs(), value));
    }

    private Term tail(Term spread) {
        Term limit = Term.whole(-2);
        Term below = spread == ONE ? limit : limit.over(spread.root());
        return Term.whole(2)
                .times(below.function("\u03a6", x -> Reality.normalTail(0, 1, -x) / 2))
                .over(Term.rounded(reality.tail()));
    }

    /** Spread and drift together. */
    Formula total() {
        Formula formula =
                formula(spread() + " + " + drift(), moments.total(), g -> exact.variance(g) + exact.meanError(g));
        boolean lossless = !unbiased && scale == 1 && !infinite;
        return lossless ? formula.with(": what the spread loses, the drift gains") : formula;
    }
}
