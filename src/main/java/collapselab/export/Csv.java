package collapselab.export;

import collapselab.experiment.DataRegime;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * Comma-separated values: comment lines {@code # spec}, {@code # version}, {@code # backend}, {@code # data}, a line of
 * column names, then {@code seed,generation,<metric>,...}, with {@code regime} in front where the spec names several. No
 * time stamps: the same run gives the same bytes.
 */
final class Csv implements Table {
    private final Writer out;
    private Heading heading;
    private boolean begun;

    Csv(Writer out) {
        this.out = out;
    }

    @Override
    public void head(Heading head) throws IOException {
        heading = head;
        comment("spec", head.spec().toString());
        comment("version", head.version());
        comment("backend", head.backend());
    }

    /** The rest of the head, once the data are loaded. */
    private void begin() throws IOException {
        begun = true;
        comment("data", heading.data());
        out.write((heading.namesRegimes() ? "regime," : "") + "seed,generation," + String.join(",", heading.metrics()));
        out.write('\n');
    }

    private void comment(String name, String text) throws IOException {
        out.write("# " + name + " " + text.replaceAll("\\R", " ") + "\n");
    }

    @Override
    public void row(DataRegime regime, long seed, int generation, IntToDoubleFunction values) throws IOException {
        if (!begun) {
            begin();
        }
        if (heading.namesRegimes()) {
            out.write(regime.text());
            out.write(',');
        }
        out.write(Long.toString(seed));
        out.write(',');
        out.write(Integer.toString(generation));
        int metrics = heading.spec().experiment().metrics().size();
        for (int m = 0; m < metrics; m++) {
            out.write(',');
            out.write(Numerals.text(values.applyAsDouble(m)));
        }
        out.write('\n');
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void end(Optional<String> stopped) throws IOException {
        if (stopped.isPresent()) {
            comment("stopped", stopped.get());
        }
        out.flush();
    }
}
