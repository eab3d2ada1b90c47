package collapselab.session;

import collapselab.plot.Doubles;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of numbers of chains that were added to a generation since somebody looked at it. Not thread-safe. */
final class LaterChains {
    private double[][] rows = {}; // with room to grow
    private int chains;

    int chains() {
        return chains;
    }

    boolean isEmpty() {
        return chains == 0;
    }

    /** Adds chains: as many rows as ever. */
    void add(List<Doubles> more) {
        if (more.isEmpty()) {
            return;
        }
        int total = chains + more.get(0).size();
        if (rows.length == 0) {
            rows = new double[more.size()][total];
        }
        for (int m = 0; m < rows.length; m++) {
            if (rows[m].length < total) {
                rows[m] = Arrays.copyOf(rows[m], Math.max(total, chains + chains / 2));
            }
            for (int c = chains; c < total; c++) {
                rows[m][c] = more.get(m).get(c - chains);
            }
        }
        chains = total;
    }

    /** The rows of earlier chains, and these after them. */
    List<Doubles> after(List<Doubles> earlier) {
        if (chains == 0) {
            return earlier;
        }
        return IntStream.range(0, earlier.size())
                .mapToObj(m -> joined(earlier.get(m), rows[m]))
                .toList();
    }

    private Doubles joined(Doubles first, double[] second) {
        int before = first.size();
        return Doubles.generate(before + chains, c -> c < before ? first.get(c) : second[c - before]);
    }
}
