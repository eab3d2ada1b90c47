package collapselab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import collapselab.catalog.Catalog;
import collapselab.experiment.FormulaReader.Part;
import collapselab.kernel.data.DigitSource;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every formula on the screen is worked out from its text alone and compared with the curve beside it, at odd parameters under
 * every regime. A text that cannot be read fails. Where there is no closed form, what the text says the recursion starts from
 * is compared with the setting.
 */
@Tag("slow")
class FormulasTest {
    private static final List<Experiment<?, ?>> CATALOG =
            Catalog.experiments(DigitSource.of(Optional.empty(), Map.of()));

    private static final String REGIMES =
            "&regime=replace|&regime=accumulate|&regime=subsample|&regime=replace-multiple";
    private static final String PROTOCOLS = "|&growth=linear|&growth=superlinear|&real=0.23|&real=0.23&realSource=kept"
            + "|&real=0.23&realSource=redrawn|&real=0.23&growth=linear";
    private static final int[] TIMES = {1, 2, 3, 8, 25};

    /** Long enough for what tends to a limit by a power of t. */
    private static final int[] LONG = {1 << 10, 1 << 12, 1 << 14};

    /** What each experiment is run with: all combinations of one choice of each. */
    private static final Map<String, List<String>> CHOICES = Map.of(
            "gaussian",
            List.of(
                    "&samples=7|&samples=38",
                    "&dimension=1|&dimension=3",
                    "&estimator=mle|&estimator=unbiased",
                    "|&temperature=0.83125|&truncation=1.7|&statistical=infinite|&data=two-peaks"
                            + "|&statistical=infinite&temperature=0.83|&statistical=infinite&data=two-peaks"
                            + "|&data=two-peaks&temperature=1.21375"),
            "mixture",
            List.of(
                    "&components=1",
                    "&samples=7|&samples=38",
                    "&floor=0|&floor=0.000001|&floor=0.0137",
                    "|&statistical=infinite|&data=one-blob"),
            "vocabulary",
            List.of(
                    "&samples=7|&samples=38",
                    "&words=5&distribution=uniform|&words=11&distribution=zipf&zipfExponent=1.37&zipfOffset=0.7"
                            + "|&words=3&distribution=rare&rare=0.0137",
                    "|&statistical=infinite|&statistical=infinite&temperature=0.83"
                            + "|&statistical=infinite&temperature=1.213"),
            "kde",
            List.of(
                    "&samples=7|&samples=38",
                    "&data=normal|&data=circles|&data=blobs",
                    "&bandwidth=0.37|&bandwidth=0.37&shrink=fifth|&bandwidth=1.3&statistical=infinite"),
            "regression",
            List.of(
                    "&samples=13&dimension=3|&samples=38&dimension=1",
                    "&design=kept|&design=fresh",
                    "|&spectrum=power&exponent=1.3&source=0.37",
                    "|&noise=0.37|&ridge=0.137|&ridge=0.137&generatorSamples=17&generatorNoise=0.7"
                            + "|&generatorNoise=0.7|&statistical=infinite|&statistical=infinite&ridge=0.137"
                            + "|&statistical=infinite&solver=gradient-descent&rate=0.13&steps=7"
                            + "|&noise=0&ridge=0.137|&solver=gradient-descent&rate=0.1"));

    /** Texts whose limits are checked already. */
    private final Set<String> seen = new HashSet<>();

    private int workedOut;
    private int recursions;

    private static List<String> specs(String id) {
        List<String> all = List.of(id + "?generations=25");
        for (String choice : Stream.concat(CHOICES.get(id).stream(), Stream.of(REGIMES, PROTOCOLS))
                .toList()) {
            all = all.stream()
                    .flatMap(text -> Stream.of(choice.split("\\|", -1)).map(more -> text + more))
                    .toList();
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({"gaussian,4000", "mixture,700", "vocabulary,1400", "kde,800", "regression,2700"})
    void everyFormulaComesToItsCurve(String id, int least) {
        for (String text : specs(id)) {
            RunSpec<?> spec;
            try {
                spec = spec(text);
                check(spec);
            } catch (SpecException impossible) {
                continue;
            }
            read(spec);
        }
        assertThat(workedOut).as(recursions + " recursions").isGreaterThan(least);
    }

    /** As the window makes it, with choices that mean nothing here too: those must leave the formulas as they are. */
    private static RunSpec<?> spec(String text) {
        int mark = text.indexOf('?');
        Map<String, String> pairs = new HashMap<>();
        for (String pair : text.substring(mark + 1).split("&", -1)) {
            int sign = pair.indexOf('=');
            pairs.put(pair.substring(0, sign), pair.substring(sign + 1));
        }
        return RunSpec.parse(text.substring(0, mark), CATALOG).with(pairs).settled();
    }

    private static <P extends Record> void check(RunSpec<P> spec) {
        spec.experiment().check(spec.setting(spec.regimes().get(0)));
    }

    private <P extends Record> void read(RunSpec<P> spec) {
        Setting<P> setting = spec.setting(spec.regimes().get(0));
        Map<String, Object> parameters = values(setting.parameters());
        Map<String, double[]> given =
                spec.experiment().id().equals("vocabulary") ? Map.of("p", FormulaInputs.shares(parameters)) : Map.of();
        FormulaInputs inputs = new FormulaInputs(setting, parameters, given);
        for (Law law : spec.experiment().laws(setting)) {
            compare(spec + " " + law.metric(), law.formula(), law.value(), given, inputs);
        }
        spec.experiment()
                .conservation(setting)
                .map(Conservation::total)
                .ifPresent(total -> compare(spec + " total", total.formula(), total.value(), given, inputs));
    }

    private static Map<String, Object> values(Record parameters) {
        Map<String, Object> values = new HashMap<>();
        for (RecordComponent component : parameters.getClass().getRecordComponents()) {
            try {
                Method accessor = component.getAccessor();
                accessor.setAccessible(true);
                values.put(component.getName(), accessor.invoke(parameters));
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(component.getName(), e);
            }
        }
        return values;
    }

    private void compare(
            String where, String text, IntToDoubleFunction value, Map<String, double[]> given, FormulaInputs inputs) {
        String as = where + ": " + text;
        FormulaReader reader = read(as, text, given);
        if (!reader.inputs().isEmpty()) {
            recursions++;
            inputs.check(as, reader.inputs());
            return;
        }
        for (Part part : reader.claims().get(0)) {
            if (part.relation() != '\u2192') {
                same(as, part, value);
                workedOut++;
            }
        }
        if (seen.add(text)) {
            reader.claims().forEach(claim -> tends(as, claim));
        }
    }

    private static FormulaReader read(String as, String text, Map<String, double[]> given) {
        try {
            return new FormulaReader(text, given);
        } catch (RuntimeException e) {
            throw new AssertionError(as, e);
        }
    }

    private static void same(String as, Part part, IntToDoubleFunction value) {
        for (int t : TIMES) {
            double expected = value.applyAsDouble(t - 1);
            assertThat(part.node().at(t))
                    .as(as + " at t = " + t)
                    .isCloseTo(
                            expected,
                            within(1e-12
                                    + 1e-10 * Math.abs(expected)
                                    + 1.01 * part.node().uncertain(t)));
        }
    }

    /** What a chain says of large t: a limit, or what it is near to. */
    private static void tends(String as, List<Part> claim) {
        for (int i = 1; i < claim.size(); i++) {
            FormulaParser.Node left = claim.get(i - 1).node();
            FormulaParser.Node right = claim.get(i).node();
            double rounding = 1.01 * (left.uncertain(LONG[2]) + right.uncertain(LONG[2]));
            if (claim.get(i).relation() == '\u2192') {
                double limit = right.at(1);
                assertThat(limit(left)).as(as).isCloseTo(limit, within(1e-6 * Math.abs(limit) + rounding));
            } else if (claim.get(i).relation() == '\u2248') {
                double near = right.at(LONG[2]);
                assertThat(left.at(LONG[2])).as(as).isCloseTo(near, within(1e-5 * Math.abs(near) + rounding));
            }
        }
    }

    /** By Aitken: what is missing falls by one factor from each of three times to the next. */
    private static double limit(FormulaParser.Node node) {
        double a = node.at(LONG[0]);
        double b = node.at(LONG[1]);
        double c = node.at(LONG[2]);
        return c == b ? c : c - (c - b) * (c - b) / ((c - b) - (b - a));
    }
}
