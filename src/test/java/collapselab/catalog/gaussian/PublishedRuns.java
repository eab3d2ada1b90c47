package collapselab.catalog.gaussian;

import static org.assertj.core.api.Assumptions.assumeThat;

import collapselab.kernel.data.DigitSource;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The runs behind "Collapse or Thrive?" (Kazdan, Schaeffer et al. 2024), one-dimensional Gaussian, variance divided by n: 688
 * runs of 100 iterations under replace and accumulate. Iteration 1 is the fit to real data, our generation 0. Their
 * accumulate-subsample runs are not in the file.
 */
final class PublishedRuns {
    static final int ITERATIONS = 100;

    private record Key(String setting, int n, int iteration, String column) {}

    private final Map<Key, List<Double>> values = new HashMap<>();

    private PublishedRuns() {}

    /** Reads them from the folder that tests are told of; the test is skipped if there is none. */
    static PublishedRuns read() {
        String folder = System.getenv().getOrDefault(DigitSource.VARIABLE, "");
        Path file = Path.of(folder, "reference", "collapse-or-thrive-gaussian-1d.csv.gz");
        assumeThat(file)
                .as("no published runs: name the folder that has reference/ by " + DigitSource.VARIABLE)
                .exists();
        PublishedRuns runs = new PublishedRuns();
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().get();
        try (var in = new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8)) {
            for (CSVRecord row : format.parse(in)) {
                for (String column : List.of("var_ratio", "mean_sq_err")) {
                    runs.values
                            .computeIfAbsent(
                                    new Key(
                                            row.get("setting"),
                                            Integer.parseInt(row.get("n_per_iteration")),
                                            Integer.parseInt(row.get("iteration")),
                                            column),
                                    key -> new ArrayList<>())
                            .add(Double.valueOf(row.get(column)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return runs;
    }

    /** What the runs of a setting have at an iteration, from 1. */
    double[] at(String setting, int n, int iteration, String column) {
        return values.get(new Key(setting, n, iteration, column)).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
