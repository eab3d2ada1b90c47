package collapselab.export;

import collapselab.experiment.Metric;
import collapselab.experiment.RunSpec;
import java.util.List;

/**
 * Where the numbers of a table come from: what can change them, and nothing else.
 *
 * @param spec the run
 * @param version the program's version
 */
public record Heading(RunSpec<?> spec, String version) {
    /** What computed it. */
    String backend() {
        return spec.experiment().backend();
    }

    /** Whether rows name their regime: a spec of one regime says it already. */
    boolean namesRegimes() {
        return spec.regimes().size() > 1;
    }

    /** The ids of the metrics, in the order of the columns. */
    List<String> metrics() {
        return spec.experiment().metrics().stream().map(Metric::id).toList();
    }

    /** Where the real data come from, and what was taken of a file; known for certain once they are loaded. */
    public String data() {
        return spec.data() + spec.taken().map(taken -> ": " + taken).orElse("");
    }
}
