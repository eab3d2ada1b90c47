package collapselab.session;

import collapselab.experiment.ChainMoments;
import collapselab.experiment.Conservation;
import collapselab.experiment.Generation;
import collapselab.experiment.Metric;
import collapselab.experiment.Verdict;
import collapselab.plot.Doubles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Moments of what a recording's chains gave, each worked out once and again only where chains were added. Thread-safe. */
final class RecordedMoments implements Verdict.Measured {
    private final Recording<?> recording;
    private final List<String> metrics;
    private final Supplier<Optional<Conservation>> conservation;
    private final Map<String, Map<Integer, ChainMoments>> known = new HashMap<>();

    RecordedMoments(Recording<?> recording, List<Metric> metrics, Supplier<Optional<Conservation>> conservation) {
        this.recording = recording;
        this.metrics = metrics.stream().map(Metric::id).toList();
        this.conservation = conservation;
    }

    /** The measured generations so far, ascending. */
    List<Integer> generations() {
        return IntStream.range(0, recording.size())
                .filter(g -> !recording.get(g).metrics().isEmpty())
                .boxed()
                .toList();
    }

    /** The moments of a metric, or of what is conserved, at a measured generation. */
    @Override
    public synchronized ChainMoments at(String metric, int generation) {
        Doubles values = values(metric, recording.get(generation));
        return known.computeIfAbsent(metric, id -> new HashMap<>())
                .compute(
                        generation,
                        (g, before) ->
                                before != null && before.chains() == values.size() ? before : ChainMoments.of(values));
    }

    private Doubles values(String metric, Generation<?> generation) {
        if (!metric.equals(Conservation.METRIC)) {
            return generation.metrics().get(metrics.indexOf(metric));
        }
        Conservation law = conservation.get().orElseThrow();
        Doubles spread = values(law.spread(), generation);
        Doubles drift = values(law.drift(), generation);
        return Doubles.generate(spread.size(), i -> spread.get(i) + drift.get(i));
    }
}
