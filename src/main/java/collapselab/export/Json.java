package collapselab.export;

import collapselab.experiment.DataRegime;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Schema;
import collapselab.experiment.Verdict;
import collapselab.session.RunVerdicts;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * The table of {@link Csv} as one JSON object: spec, version, backend, experiment, parameters, data, metrics, and rows with
 * null where there is no value; then what theory says of each metric, by the generations of the rows, and how the rows stand
 * against it; {@code stopped} says why it holds less than was asked for, else it is null.
 */
final class Json implements Table {
    private final Writer out;
    private final JsonGenerator json;
    private Heading heading;
    private List<String> metrics;
    private RunVerdicts verdicts;
    private boolean begun;
    private boolean concluded;
    private List<RunVerdicts.Stated> laws = List.of();
    private List<RunVerdicts.Judged> judgements = List.of();

    Json(Writer out) throws IOException {
        this.out = out;
        json = new JsonFactory().createGenerator(out);
        json.setPrettyPrinter(new OneRowALine());
    }

    @Override
    public void head(Heading head) throws IOException {
        heading = head;
        metrics = head.metrics();
        verdicts = new RunVerdicts(head.spec());
        json.writeStartObject();
        json.writeStringField("spec", head.spec().toString());
        json.writeStringField("version", head.version());
        json.writeStringField("backend", head.backend());
        json.writeStringField("experiment", head.spec().experiment().id());
        json.writeObjectFieldStart("parameters");
        for (String name : head.spec().meaningful()) {
            parameter(head.spec(), name);
        }
        json.writeEndObject();
    }

    /** A number where the parameter is one, whatever its text looks like: a file may be called 007. */
    private void parameter(RunSpec<?> spec, String name) throws IOException {
        json.writeFieldName(name);
        if (number(spec, name)) {
            json.writeNumber(new BigDecimal(spec.text(name)).toPlainString());
        } else {
            json.writeString(spec.text(name));
        }
    }

    private static boolean number(RunSpec<?> spec, String name) {
        return spec.fields()
                .anyMatch(field -> field.name().equals(name)
                        && (field.kind() == Schema.Kind.WHOLE || field.kind() == Schema.Kind.REAL));
    }

    private void begin() throws IOException {
        begun = true;
        json.writeStringField("data", heading.data());
        json.writeArrayFieldStart("rows");
    }

    @Override
    public void row(DataRegime regime, long seed, int generation, IntToDoubleFunction values) throws IOException {
        if (!begun) {
            begin();
        }
        verdicts.add(regime, generation, values);
        json.writeStartObject();
        json.writeStringField("regime", regime.text());
        json.writeNumberField("seed", seed);
        json.writeNumberField("generation", generation);
        for (int m = 0; m < metrics.size(); m++) {
            json.writeFieldName(metrics.get(m));
            number(values.applyAsDouble(m));
        }
        json.writeEndObject();
    }

    private void number(double value) throws IOException {
        if (Double.isNaN(value)) {
            json.writeNull();
        } else if (Double.isInfinite(value)) {
            json.writeString(Numerals.text(value)); // JSON has no infinity
        } else {
            json.writeNumber(Numerals.text(value));
        }
    }

    @Override
    public void flush() throws IOException {
        json.flush(); // and with it the writer
    }

    @Override
    public void conclude() {
        if (!concluded) {
            laws = verdicts.laws();
            judgements = verdicts.verdicts();
            concluded = true;
        }
    }

    @Override
    public void end(Optional<String> stopped) throws IOException {
        if (!begun) {
            json.writeArrayFieldStart("rows");
        }
        json.writeEndArray();
        if (stopped.isEmpty()) {
            conclude();
        }
        laws(stopped.isEmpty() ? laws : List.of());
        verdicts(stopped.isEmpty() ? judgements : List.of());
        if (stopped.isPresent()) {
            json.writeStringField("stopped", stopped.get());
        } else {
            json.writeNullField("stopped");
        }
        json.writeEndObject();
        json.flush();
        out.write('\n');
        out.flush();
    }

    private void laws(List<RunVerdicts.Stated> all) throws IOException {
        json.writeArrayFieldStart("laws");
        for (RunVerdicts.Stated stated : all) {
            json.writeStartObject();
            json.writeStringField("regime", stated.regime().text());
            json.writeStringField("metric", stated.law().metric());
            json.writeStringField("kind", stated.law().kind().text());
            json.writeStringField("formula", stated.law().formula());
            json.writeStringField("source", stated.law().source());
            json.writeArrayFieldStart("values");
            for (double value : stated.values().toArray()) {
                number(value);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void verdicts(List<RunVerdicts.Judged> all) throws IOException {
        json.writeArrayFieldStart("verdicts");
        for (RunVerdicts.Judged judged : all) {
            Verdict verdict = judged.verdict();
            json.writeStartObject();
            json.writeStringField("regime", judged.regime().text());
            json.writeStringField("metric", judged.metric());
            json.writeStringField("status", verdict.status().text());
            json.writeStringField("sentence", verdict.sentence());
            json.writeFieldName("visible");
            boolean seen = verdict.status() == Verdict.Status.AGREES && Double.isFinite(verdict.visible());
            number(seen ? verdict.visible() : Double.NaN);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Breaks lines so that tools that work by lines are of use: one entry of the head, row, law or verdict a line. */
    private static final class OneRowALine extends MinimalPrettyPrinter {
        private static final long serialVersionUID = 1L;

        @Override
        public void writeObjectEntrySeparator(JsonGenerator generator) throws IOException {
            boolean outermost = generator.getOutputContext().getParent().inRoot();
            generator.writeRaw(outermost ? ",\n" : ",");
        }

        @Override
        public void beforeArrayValues(JsonGenerator generator) throws IOException {
            if (outermost(generator)) {
                generator.writeRaw('\n');
            }
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator generator) throws IOException {
            generator.writeRaw(outermost(generator) ? ",\n" : ",");
        }

        private static boolean outermost(JsonGenerator generator) {
            return generator.getOutputContext().getParent().getParent().inRoot();
        }
    }
}
