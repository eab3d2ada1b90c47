package collapselab.cli;

import collapselab.experiment.Choice;
import collapselab.experiment.DataRegime;
import collapselab.experiment.Experiment;
import collapselab.experiment.Knob;
import collapselab.experiment.Metric;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Schema;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the experiments with their parameters and metrics. */
@Command(
        name = "list",
        description = "Lists the experiments, their parameters with ranges and defaults, and their metrics.")
final class ListCommand implements Callable<Integer> {
    private final Call call;

    @Option(names = "--json", description = "The same for programs.")
    private boolean json;

    ListCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() throws IOException {
        List<Experiment<?, ?>> experiments = call.lab().experiments(Optional.empty());
        call.terminal()
                .print(
                        json
                                ? json(experiments)
                                : experiments.stream().map(ListCommand::text).collect(Collectors.joining("\n")));
        return 0;
    }

    /** A parameter, whoever declares it. */
    private record Parameter(String name, String value, String range, String help, Optional<Schema.Field> field) {}

    private static <P extends Record> List<Parameter> parameters(Experiment<P, ?> experiment) {
        RunSpec<P> spec = RunSpec.of(experiment);
        return spec.names().stream().map(name -> parameter(spec, name)).toList();
    }

    private static Parameter parameter(RunSpec<?> spec, String name) {
        Optional<Schema.Field> field =
                spec.fields().filter(f -> f.name().equals(name)).findFirst();
        String help = field.map(f -> f.knob().help())
                .orElse("what becomes of older data; several with commas are computed in turn");
        return new Parameter(
                name, spec.text(name), field.map(ListCommand::range).orElse(words(regimes())), help, field);
    }

    private static List<Choice> regimes() {
        return List.of(DataRegime.values());
    }

    private static String range(Schema.Field field) {
        return field.kind() == Schema.Kind.CHOICE
                ? words(field.choices())
                : number(field.knob().min()) + " ... " + number(field.knob().max());
    }

    private static String words(List<Choice> choices) {
        return choices.stream().map(Choice::text).collect(Collectors.joining("|"));
    }

    private static String number(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    private static String text(Experiment<?, ?> experiment) {
        StringBuilder text = new StringBuilder(experiment.id() + "  " + experiment.summary() + "\n\n");
        List<Parameter> parameters = parameters(experiment);
        int name = width(parameters.stream().map(Parameter::name), "parameter");
        int value = width(parameters.stream().map(Parameter::value), "default");
        int range = width(parameters.stream().map(Parameter::range), "usual range");
        text.append("  " + pad("parameter", name) + pad("default", value) + pad("usual range", range) + "meaning\n");
        for (Parameter p : parameters) {
            text.append("  " + pad(p.name(), name) + pad(p.value(), value) + pad(p.range(), range) + p.help() + "\n");
        }
        int metric = width(experiment.metrics().stream().map(Metric::id), "metric");
        text.append("\n  " + pad("metric", metric) + "meaning\n");
        experiment.metrics().forEach(m -> text.append("  " + pad(m.id(), metric) + m.help() + "\n"));
        return text.toString();
    }

    private static int width(Stream<String> words, String title) {
        return Stream.concat(words, Stream.of(title))
                        .mapToInt(String::length)
                        .max()
                        .orElse(0)
                + 2;
    }

    private static String pad(String word, int width) {
        return word + " ".repeat(width - word.length());
    }

    private static String json(List<Experiment<?, ?>> experiments) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeStringField("version", Build.read().version());
            json.writeArrayFieldStart("experiments");
            for (Experiment<?, ?> experiment : experiments) {
                write(json, experiment);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text + "\n";
    }

    private static void write(JsonGenerator json, Experiment<?, ?> experiment) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", experiment.id());
        json.writeStringField("title", experiment.title());
        json.writeStringField("summary", experiment.summary());
        json.writeArrayFieldStart("parameters");
        for (Parameter parameter : parameters(experiment)) {
            write(json, parameter);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("metrics");
        for (Metric metric : experiment.metrics()) {
            json.writeStartObject();
            json.writeStringField("id", metric.id());
            json.writeStringField("label", metric.label());
            json.writeStringField("help", metric.help());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Parameter parameter) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", parameter.name());
        Optional<Knob> slider = parameter
                .field()
                .filter(f -> f.kind() == Schema.Kind.WHOLE || f.kind() == Schema.Kind.REAL)
                .map(Schema.Field::knob);
        if (slider.isPresent()) {
            json.writeFieldName("default");
            json.writeNumber(parameter.value());
            json.writeFieldName("min");
            json.writeNumber(number(slider.get().min()));
            json.writeFieldName("max");
            json.writeNumber(number(slider.get().max()));
            json.writeBooleanField("whole", parameter.field().orElseThrow().kind() == Schema.Kind.WHOLE);
        } else {
            json.writeStringField("default", parameter.value());
            List<Choice> choices = parameter.field().map(Schema.Field::choices).orElse(regimes());
            if (!choices.isEmpty()) { // a text takes any value
                json.writeArrayFieldStart("choices");
                for (Choice choice : choices) {
                    json.writeString(choice.text());
                }
                json.writeEndArray();
            }
        }
        json.writeStringField("help", parameter.help());
        json.writeEndObject();
    }
}
