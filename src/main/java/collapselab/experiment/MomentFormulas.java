package collapselab.experiment;

import static collapselab.experiment.Term.K;
import static collapselab.experiment.Term.ONE;
import static collapselab.experiment.Term.T;

import collapselab.experiment.MomentRecursion.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The closed forms of {@link MomentRecursion}, where there are any: all later data are synthetic, and samples either have the
 * model's variance, or a factor tau of it, or a constant more of it on top (a; V is then the variance that is fitted and V + a
 * that of a sample). Maximum likelihood keeps V + E|mu|^2 but for a, whatever the regime. The product under accumulate is that of
 * Kazdan et al. 2024, lemmas 2 and 3; with n - 1 or a on top it is derived, as are batches that grow.
 */
public final class MomentFormulas {
    private final Protocol protocol;
    private final DataRegime regime;
    private final Step step;
    private final boolean finite;
    private final boolean unbiased;
    private final boolean synthetic; // all later data
    private final boolean alone; // each model is fitted to the last one's samples
    private final boolean constant; // the size of what a model is fitted to, or what joins the pool
    private final boolean plain; // samples have the model's variance, and what is on top
    private final boolean added;
    private final Term a;

    /** The forms of a protocol; what is added to each sample's variance is named a, and means this. */
    public MomentFormulas(Protocol protocol, DataRegime regime, Step step, String meaning) {
        this.protocol = protocol;
        this.regime = regime;
        this.step = step;
        finite = step.limit() == SampleLimit.FINITE;
        unbiased = finite && step.missing() == 1;
        synthetic = protocol.realSamples(regime.batch(protocol, protocol.generations() - 1)) == 0;
        alone = regime == DataRegime.REPLACE || regime == DataRegime.REPLACE_MULTIPLE;
        constant = protocol.growth() == Growth.CONSTANT && regime != DataRegime.REPLACE_MULTIPLE;
        plain = step.scale() == 1;
        double on = step.added().applyAsDouble(0);
        added = on != 0;
        a = Term.rounded(on).named("a", meaning);
    }

    private boolean known() {
        double on = step.added().applyAsDouble(0);
        boolean same = IntStream.range(1, protocol.generations())
                .allMatch(g -> step.added().applyAsDouble(g) == on);
        return same && (plain || !added) && !(unbiased && added);
    }

    /** Whether each model is fitted to samples of the last one alone. */
    public boolean chained() {
        return alone && synthetic;
    }

    /** Whether all training sets, or all batches of a pool, are of one size. */
    public boolean isConstant() {
        return constant;
    }

    /** n_k, the size of the k-th training set under replace or of the k-th batch of a pool: a number or a name. */
    public Term size() {
        Term sizes = sizes();
        return constant ? sizes : sizes.named("n\u2096");
    }

    /** n_k, written out. */
    public Term sizes() {
        Term n = Term.whole(protocol.samples());
        boolean multiple = regime == DataRegime.REPLACE_MULTIPLE;
        return switch (protocol.growth()) {
            case CONSTANT -> multiple ? n.times(K) : n;
            case LINEAR -> multiple ? n.times(K.times(K.plus(ONE))).over(Term.whole(2)) : n.times(K);
            case SUPERLINEAR -> {
                Term batch = n.times(K.power(Term.number(1.5))).round();
                yield multiple ? batch.named("b\u2096").total() : batch;
            }
        };
    }

    /** n_k over all N_k points of a pool. */
    private Term share() {
        return constant ? ONE.over(K) : size().over(all());
    }

    private Term all() {
        return size().total().named("N\u2096");
    }

    /** tau^(t - 1), with k in t's place under a sum. */
    private Term scale(Term count) {
        return Term.number(step.scale()).power(count.minus(ONE));
    }

    /** E[V] over the real variance. */
    public Optional<Term> fitted() {
        return variance(false);
    }

    /** E[V] + a where E|mu|^2 stands beside it: by the name that it has there, if it has one. */
    public Optional<Term> named() {
        boolean pool = unbiased && regime == DataRegime.ACCUMULATE;
        return pool ? fitted().map(left -> left.named("P\u209c")) : sampled();
    }

    /** E[V] + a over the real variance. */
    public Optional<Term> sampled() {
        return variance(true);
    }

    /** (E[V] + a) / (E[V] + a) of the first fit. */
    public Optional<Term> sinceFirst() {
        if (added) {
            Term start = finite ? kept().plus(a) : ONE.plus(a);
            return sampled().map(spread -> spread.over(start));
        }
        if (finite && plain && known() && synthetic && !unbiased && (alone || regime == DataRegime.ACCUMULATE)) {
            return Optional.of(alone ? chain(2) : product(2));
        }
        return finite ? Optional.empty() : sampled();
    }

    private Optional<Term> variance(boolean onTop) {
        if (!known()) {
            return Optional.empty();
        }
        if (!finite && plain && !added) {
            return Optional.of(ONE);
        }
        if (!synthetic) {
            return Optional.empty();
        }
        if (!finite && plain) {
            return Optional.of(conserved(onTop));
        }
        if (alone && added) {
            return constant ? Optional.of(settling(onTop)) : Optional.empty();
        }
        if (alone) {
            return Optional.of(chain(1));
        }
        return finite && plain && regime == DataRegime.ACCUMULATE ? pooled(onTop) : Optional.empty();
    }

    /** Under replace, without a: what is left of the variance, from the first fit on or the second. */
    private Term chain(int from) {
        if (!finite || unbiased) {
            return plain ? ONE : scale(T);
        }
        Term kept = constant
                ? kept().power(from == 1 ? T : T.minus(ONE))
                : Term.product(from, ONE.minus(ONE.over(sizes())));
        return plain ? kept : scale(T).times(kept);
    }

    /** 1 - 1/n. */
    private Term kept() {
        return ONE.minus(ONE.over(size()));
    }

    /** Under replace, with a: V' = (1 - 1/n)(V + a), solved. */
    private Term settling(boolean onTop) {
        int n = protocol.samples();
        Term level = (onTop || n > 2 ? Term.whole(onTop ? n : n - 1).times(a) : a);
        return level.plus(ONE.minus(Term.whole(n).times(a)).times(kept().power(T)));
    }

    private Optional<Term> pooled(boolean onTop) {
        if (!added) {
            return unbiased ? constantOnly(product(2)) : Optional.of(product(1));
        }
        if (!constant) {
            return Optional.empty();
        }
        Term left = product(1).named("P\u209c");
        Term joins = ONE.over(K).minus(taken()).over(left.atK());
        Term all = left.times(ONE.plus(a.times(Term.sum(2, joins))));
        return Optional.of(onTop ? all.plus(a) : all);
    }

    private Optional<Term> constantOnly(Term term) {
        return constant ? Optional.of(term) : Optional.empty();
    }

    /** What is left of a pool's variance, from a fit on. */
    private Term product(int from) {
        return Term.product(from, ONE.minus(taken()));
    }

    /** What the k-th fit takes from the variance of a pool. */
    private Term taken() {
        Term n = Term.whole(protocol.samples());
        if (unbiased) {
            return ONE.over(K.times(n.times(K).minus(ONE)));
        }
        return constant ? ONE.over(n.times(K.power(Term.whole(2)))) : size().over(all().power(Term.whole(2)));
    }

    /** E|mu|^2 over the real variance. */
    public Optional<Term> meanError() {
        if (!finite) {
            return Optional.of(Term.whole(0));
        }
        if (!known()) {
            return Optional.empty();
        }
        if (plain && !unbiased) {
            return fitted().map(left -> (added ? conserved(false) : ONE).minus(left));
        }
        if (!synthetic || added) {
            return Optional.empty();
        }
        return alone ? driftAlone() : driftUnbiasedPool();
    }

    /** Under replace each fit adds the last model's variance over n. */
    private Optional<Term> driftAlone() {
        if (unbiased) {
            return Optional.of(
                    plain && constant ? T.over(sizes()) : Term.sum(1, (plain ? ONE : scale(K)).over(sizes())));
        }
        Term ratio = kept().times(Term.number(step.scale()));
        return constantOnly(Term.sum(1, ratio.power(K.minus(ONE)).over(size())));
    }

    /** Under accumulate it adds that over n k^2. */
    private Optional<Term> driftUnbiasedPool() {
        boolean pool = regime == DataRegime.ACCUMULATE && plain && unbiased;
        Term n = Term.whole(protocol.samples());
        return pool
                ? constantOnly(Term.sum(1, product(2).named("P\u209c").beforeK().over(n.times(K.power(Term.whole(2))))))
                : Optional.empty();
    }

    /** E[V] + a + E|mu|^2 over the real variance. */
    public Optional<Term> total() {
        if (known() && plain && !unbiased && (synthetic || !added)) {
            return Optional.of(added ? conserved(true) : ONE);
        }
        if (!finite) {
            return sampled();
        }
        Optional<Term> drift = meanError();
        return named().flatMap(spread -> drift.map(spread::plus));
    }

    /** What V + E|mu|^2 is where no chance moves it: each sample brings its a, under replace in full, else by its share. */
    private Term conserved(boolean onTop) {
        if (alone) {
            return ONE.plus(a.times(onTop ? T : T.minus(ONE)));
        }
        return ONE.plus(a.times(Term.sum(onTop ? 1 : 2, share())));
    }

    /** What the recursion is given. */
    public String inputs(String... more) {
        List<String> inputs = new ArrayList<>();
        int n = protocol.samples();
        inputs.add("n = " + (finite ? n : "\u221e"));
        if (protocol.growth() != Growth.CONSTANT) {
            inputs.add(protocol.growth() == Growth.LINEAR ? "growing like k" : "growing like k\u00b9\u00b7\u2075");
        }
        if (unbiased) {
            inputs.add("divisor n \u2212 1");
        }
        if (!synthetic) {
            inputs.add(
                    constant
                            ? protocol.realSamples() + " in " + n + " real, "
                                    + protocol.realSource().text()
                            : Rounded.whole(100 * protocol.real()) + " % real");
        }
        if (!plain) {
            inputs.add("samples' variance \u00d7 " + Rounded.whole(step.scale()));
        }
        inputs.addAll(List.of(more));
        return String.join(", ", inputs);
    }
}
