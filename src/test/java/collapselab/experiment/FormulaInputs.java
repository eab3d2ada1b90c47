package collapselab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/** What an exact recursion is said to start from, against the setting: each item is known, is right, and none is missing. */
final class FormulaInputs {
    private final Protocol protocol;
    private final Map<String, Object> parameters;
    private final Map<Pattern, Consumer<String>> known = new LinkedHashMap<>();
    private final Set<String> expected = new HashSet<>();

    FormulaInputs(Setting<?> setting, Map<String, Object> parameters, Map<String, double[]> given) {
        protocol = setting.protocol();
        this.parameters = parameters;
        boolean grows = protocol.growth() != Growth.CONSTANT;
        boolean infinite = parameters.get("statistical") == SampleLimit.INFINITE;
        known("[nT] = (.*)", said -> assertThat(said).isEqualTo(infinite ? "\u221e" : "" + protocol.samples()));
        known("growing like (k|k\u00b9\u00b7\u2075)", said -> assertThat(said)
                .isEqualTo(protocol.growth() == Growth.LINEAR ? "k" : "k\u00b9\u00b7\u2075"));
        known("(\\d+) in \\d+ real", said -> equal(said, protocol.realSamples()));
        known("\\d+ in (\\d+) real", said -> equal(said, protocol.samples()));
        known("(fresh|kept|redrawn)", said -> assertThat(said)
                .isEqualTo(protocol.realSource().text()));
        known("(.*) % real", said -> equal(said, 100 * protocol.real()));
        known("divisor (n \u2212 1)", said -> assertThat(parameters.get("estimator"))
                .hasToString("UNBIASED"));
        known("samples' variance \u00d7 (.*)", said -> equal(said, scale()));
        known(
                "floor (.*) a fit",
                said -> equal(said, 2 * number("floor") / (text("data").equals("ONE_BLOB") ? 2 : 6)));
        known("d [hc]\u00b2/\u03c3\u2080\u00b2 = (.*)", this::bandwidth);
        known("h\u00b2 = c\u00b2 N\\^\\((.*)\\)", said -> assertThat(said).isEqualTo("\u22122/5"));
        known(
                "H\u2080 = (.*)",
                said -> equal(
                        said,
                        1 - DoubleStream.of(given.get("p")).map(p -> p * p).sum()));
        known("d = (.*)", said -> equal(said, number("dimension")));
        known("\u03c3 = (.*)", said -> equal(said, number("noise")));
        known(
                "T\u2080 = (.*)",
                said -> equal(said, number("generatorSamples") == 0 ? protocol.samples() : number("generatorSamples")));
        known(
                "\u03c3\u2080 = (.*)",
                said -> equal(said, number("generatorNoise") < 0 ? number("noise") : number("generatorNoise")));
        known("\u03bb = (.*)", said -> equal(said, number("ridge")));
        known("\u03b7 = (.*)", said -> equal(said, number("rate")));
        known("(.*) steps", said -> equal(said, number("steps")));
        known("\u03b2 = (.*)", said -> equal(said, number("exponent")));
        known("r = (.*)", said -> equal(said, number("source")));
        known(
                "times (.*)",
                said -> equal(
                        said,
                        IntStream.rangeClosed(1, (int) number("dimension"))
                                .mapToDouble(j -> Math.pow(j, number("exponent")))
                                .average()
                                .orElseThrow()));
        if (grows) {
            expected.add("growing");
        }
        if (protocol.realSamples() > 0) {
            expected.add(" real");
        }
        if (text("estimator").equals("UNBIASED") && !infinite) {
            expected.add("divisor");
        }
        if (parameters.containsKey("truncation") && scale() != 1) {
            expected.add("\u00d7");
        }
    }

    private void known(String pattern, Consumer<String> check) {
        known.put(Pattern.compile(pattern), check);
    }

    private double number(String name) {
        return ((Number) parameters.get(name)).doubleValue();
    }

    private String text(String name) {
        return String.valueOf(parameters.get(name));
    }

    /** A temperature, times the variance of a standard normal number given that it is at most k from 0, by quadrature. */
    private double scale() {
        double k = number("truncation");
        if (k == 0) {
            return number("temperature");
        }
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        int steps = 100_000;
        double mass = 0;
        double square = 0;
        for (int i = 0; i < steps; i++) {
            double x = k * (i + 0.5) / steps;
            mass += normal.density(x);
            square += x * x * normal.density(x);
        }
        return number("temperature") * square / mass;
    }

    private void bandwidth(String said) {
        if (text("data").equals("NORMAL")) {
            equal(said, number("bandwidth") * number("bandwidth"));
        } else {
            assertThat(Double.parseDouble(said)).isPositive();
        }
    }

    /** As said, to the digits that are said. */
    private static void equal(String said, double number) {
        assertThat(Double.parseDouble(said)).isCloseTo(number, within(5.1e-4 * Math.abs(number)));
    }

    /** Checks all items. */
    void check(String as, String inputs) {
        for (String item : inputs.split(", ", -1)) {
            boolean any = false;
            for (Map.Entry<Pattern, Consumer<String>> entry : known.entrySet()) {
                Matcher matcher = entry.getKey().matcher(item);
                if (matcher.matches()) {
                    any = true;
                    entry.getValue().accept(matcher.group(1));
                }
            }
            assertThat(any).as("\"" + item + "\" in " + as).isTrue();
        }
        assertThat(expected).as(as).allMatch(inputs::contains);
    }

    /** The real shares of a vocabulary's words, the most frequent first. */
    static double[] shares(Map<String, Object> parameters) {
        int words = (int) parameters.get("words");
        double rare = (double) parameters.get("rare");
        double exponent = (double) parameters.get("zipfExponent");
        double offset = (double) parameters.get("zipfOffset");
        double[] weights = IntStream.rangeClosed(1, words)
                .mapToDouble(rank -> switch (String.valueOf(parameters.get("distribution"))) {
                    case "UNIFORM" -> 1.0 / words;
                    case "RARE" -> rank == words ? rare : (1 - rare) / (words - 1);
                    default -> Math.pow(rank + offset, -exponent);
                })
                .toArray();
        double sum = DoubleStream.of(weights).sum();
        return DoubleStream.of(weights).map(weight -> weight / sum).toArray();
    }
}
