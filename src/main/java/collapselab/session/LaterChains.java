package collapselab.session;

import collapselab.plot.Doubles;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The metrics of chains that were added to a generation since somebody looked at it. Not thread-safe. */
final class LaterChains {
    private double[][] rows = {}; // one a metric, with room to grow
    private int chains;

    boolean isEmpty() {
        return chains == 0;
    }

    /** Adds chains: one row a metric, as many as ever. */
    void add(List<Doubles> metrics) {
        if (metrics.isEmpty()) {
            return;
        }
        int total = chains + metrics.get(0).size();
        if (rows.length == 0) {
            rows = new double[metrics.size()][total];
        }
        for (int m = 0; m < rows.length; m++) {
            if (rows[m].length < total) {
                rows[m] = Arrays.copyOf(rows[m], Math.max(total, chains + chains / 2));
            }
            for (int c = chains; c < total; c++) {
                rows[m][c] = metrics.get(m).get(c - chains);
            }
        }
        chains = total;
    }

    /** The rows of earlier chains, and these after them. */
    List<Doubles> after(List<Doubles> earlier) {
        return IntStream.range(0, earlier.size())
                .mapToObj(m -> joined(earlier.get(m), rows[m]))
                .toList();
    }

    private Doubles joined(Doubles first, double[] second) {
        int before = first.size();
        return Doubles.generate(before + chains, c -> c < before ? first.get(c) : second[c - before]);
    }
}
