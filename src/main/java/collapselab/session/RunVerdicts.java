package collapselab.session;

import collapselab.experiment.ChainMoments;
import collapselab.experiment.DataRegime;
import collapselab.experiment.Generation;
import collapselab.experiment.Law;
import collapselab.experiment.Metric;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Verdict;
import collapselab.plot.Doubles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/**
 * What theory says of a run, and how its rows stand against it. Rows are taken one by one, so that any number of chains fits
 * into memory; their order decides the last bits.
 */
public final class RunVerdicts {
    /**
     * A law of one regime.
     *
     * @param values its values at the generations of the rows, NaN where it has none
     */
    public record Stated(DataRegime regime, Law law, Doubles values) {}

    /** The verdict on one regime and metric. */
    public record Judged(DataRegime regime, String metric, Verdict verdict) {}

    private final RunSpec<?> spec;
    private final List<String> metrics;
    private final Map<DataRegime, Regime> regimes = new EnumMap<>(DataRegime.class);

    /** What the chains of one regime gave, by generation and metric. */
    private final class Regime implements Verdict.Measured {
        private final TreeMap<Integer, ChainMoments.Builder[]> rows = new TreeMap<>();

        private void add(int generation, IntToDoubleFunction values) {
            ChainMoments.Builder[] row = rows.computeIfAbsent(generation, g -> fresh());
            for (int m = 0; m < row.length; m++) {
                row[m].add(values.applyAsDouble(m));
            }
        }

        private ChainMoments.Builder[] fresh() {
            return metrics.stream().map(id -> new ChainMoments.Builder()).toArray(ChainMoments.Builder[]::new);
        }

        @Override
        public ChainMoments at(String metric, int generation) {
            return rows.get(generation)[metrics.indexOf(metric)].build();
        }

        private Verdict.Looks looks() {
            return new Verdict.Looks(List.copyOf(rows.keySet()), rows.size());
        }
    }

    /** Of a run, before its first row. */
    public RunVerdicts(RunSpec<?> spec) {
        this.spec = spec;
        metrics = spec.experiment().metrics().stream().map(Metric::id).toList();
        spec.regimes().forEach(regime -> regimes.put(regime, new Regime()));
    }

    /** Adds a row: the metrics of one chain at one generation, by their index, NaN where there is none. */
    public void add(DataRegime regime, int generation, IntToDoubleFunction values) {
        regimes.get(regime).add(generation, values);
    }

    /** Adds the rows of some chains. */
    public void add(DataRegime regime, ChainBlock block) {
        for (int c = 0; c < block.chains(); c++) {
            int chain = c;
            for (Generation<?> generation : block.generations()) {
                add(regime, generation.index(), m -> generation.metrics().get(m).get(chain));
            }
        }
    }

    /** What theory says, regime by regime. */
    public List<Stated> laws() {
        return laws(spec);
    }

    private <P extends Record> List<Stated> laws(RunSpec<P> run) {
        List<Stated> stated = new ArrayList<>();
        for (DataRegime regime : run.regimes()) {
            List<Integer> at = regimes.get(regime).looks().generations();
            for (Law law : run.experiment().laws(run.setting(regime))) {
                Doubles values = Doubles.generate(at.size(), i -> law.value().applyAsDouble(at.get(i)));
                stated.add(new Stated(regime, law, values));
            }
        }
        return stated;
    }

    /** How one regime's rows stand against laws of any kind. */
    public Verdict verdict(DataRegime regime, String metric, List<Law> laws) {
        Regime rows = regimes.get(regime);
        return Verdict.of(metric, laws, rows.looks(), rows);
    }

    /** How the rows stand against it: one verdict a regime and metric, in their order. */
    public List<Judged> verdicts() {
        return verdicts(spec);
    }

    private <P extends Record> List<Judged> verdicts(RunSpec<P> run) {
        List<Judged> judged = new ArrayList<>();
        for (DataRegime regime : run.regimes()) {
            List<Law> laws = run.experiment().laws(run.setting(regime));
            for (String metric : metrics) {
                judged.add(new Judged(regime, metric, verdict(regime, metric, laws)));
            }
        }
        return judged;
    }
}
