package collapselab.app;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Experiment;
import collapselab.experiment.Knob;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Schema;
import collapselab.experiment.SpecException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Specs at random, good ones and bad ones: of every experiment, regime, source of real data and growth, with values in and
 * far out of range, of the wrong kind, not numbers, empty, and with files that are there and that are not. A good one takes
 * seconds at most, but for one in a hundred whose size is anything. The same seed gives the same specs.
 */
final class RandomSpecs {
    /** Values that are wrong somewhere, or at the edge of what is right. */
    private static final List<String> WILD = List.of(
            "",
            " ",
            "-",
            "+",
            ".",
            "NaN",
            "Infinity",
            "-Infinity",
            "-0",
            "0",
            "-1",
            "1",
            "2",
            "1e-320",
            "1e-300",
            "1e-9",
            "4.9e-324",
            "1e308",
            "-1e308",
            "1e999",
            "-1e999",
            "1e2147483647",
            "1e-2147483648",
            "1e99999999999",
            "2147483648",
            "-2147483649",
            "9223372036854775808",
            "0x10",
            "1,5",
            "1.5.2",
            "1 000",
            "\u22121",
            "\u00bd",
            "\u0663",
            "\uff11\uff12",
            "\u03c0",
            "\ud83d\ude00",
            "\u0000",
            "\t",
            "null",
            "true",
            "csv",
            "replace",
            "a=b",
            "%",
            "%26",
            "100%",
            "'",
            "\"",
            "0.1f",
            "1d",
            "1_000",
            "9".repeat(400),
            "0." + "3".repeat(400));

    /** Sizes that would take long, or more memory than there is. */
    private static final List<String> HUGE = List.of(
            "1000",
            "10000",
            "100000",
            "1000000",
            "100000000",
            "1000000000",
            "2147483647",
            "2147483646",
            "46341",
            "65536");

    /** Specs that are none. */
    private static final List<String> NONE = List.of(
            "",
            " ",
            "?",
            "&",
            "gaussian?&",
            "gaussian?=",
            "gaussian??",
            "gaussian?samples",
            "gaussian?samples=2&",
            "gaussian?samples=5&samples=6",
            "Gaussian",
            "ga\u00df",
            "\u03b1",
            "gaussian?\u03b1=1",
            "\u0000",
            "--",
            "gaussian samples=2",
            "gaussian?regime=",
            "gaussian?regime=,",
            "gaussian?regime=replace,replace");

    private final Random random;
    private final List<Experiment<?, ?>> live;
    private final Experiment<?, ?> digits;
    private final Path folder;

    /**
     * Specs of a catalog.
     *
     * @param seed from which all of them follow
     * @param catalog the experiments; those that are not live are rare
     * @param folder where {@link #writeFiles} was
     */
    RandomSpecs(long seed, List<Experiment<?, ?>> catalog, Path folder) {
        this.folder = folder;
        random = new Random(seed);
        live = catalog.stream().filter(Experiment::live).toList();
        digits = catalog.stream().filter(e -> !e.live()).findFirst().orElseThrow();
    }

    /** Files that specs name, in the folder where they are computed. */
    static void writeFiles(Path folder) {
        StringBuilder points = new StringBuilder("x,y\n");
        Random random = new Random(1);
        for (int i = 0; i < 60; i++) {
            points.append(String.format(Locale.ROOT, "%.3f,%.3f\n", random.nextGaussian(), random.nextGaussian()));
        }
        try {
            Files.writeString(folder.resolve("points.csv"), points, StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("one.csv"), "x,y\n1,2\n", StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("equal.csv"), "x,y\n1,2\n1,2\n1,2\n", StandardCharsets.UTF_8);
            Files.writeString(
                    folder.resolve("tiny.csv"), "x,y\n1e-200,2e-200\n3e-200,1e-200\n", StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("empty.csv"), "", StandardCharsets.UTF_8);
            Files.writeString(
                    folder.resolve("words.txt"), "the cat and the dog and the bird \u00fcber", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next spec. */
    String next() {
        return chance(0.02) ? pick(NONE) : of(chance(0.004) ? digits : pick(live));
    }

    private String of(Experiment<?, ?> experiment) {
        RunSpec<?> plain = RunSpec.of(experiment);
        Map<String, String> pairs = new LinkedHashMap<>(sizes(experiment));
        for (Schema.Field field : fields(plain)) {
            if (chance(0.3)) {
                pairs.computeIfAbsent(field.name(), name -> value(field));
            }
        }
        if (chance(0.6)) {
            pairs.put("regime", regimes());
        }
        if (chance(0.9)) {
            makeSense(plain, pairs);
        }
        if (chance(0.01)) {
            pairs.put(pick(List.of("samples", "generations", "seeds", "seed")), pick(HUGE));
        }
        if (chance(0.12)) {
            pairs.put(pick(plain.names()), pick(WILD));
        }
        if (chance(0.01)) {
            pairs.put(pick(List.of("sample", "REAL", "\u03c3", "file2", " ")), "1");
        }
        List<String> parts = new ArrayList<>();
        pairs.forEach((name, value) -> parts.add(name + "=" + value));
        Collections.shuffle(parts, random);
        return experiment.id() + "?" + String.join("&", parts);
    }

    /** Names a file where one is needed, and leaves out what means nothing. */
    private void makeSense(RunSpec<?> plain, Map<String, String> pairs) {
        RunSpec<?> spec;
        try {
            spec = plain.with(pairs);
        } catch (SpecException impossible) {
            return;
        }
        for (Schema.Field field : spec.schema().fields()) {
            boolean named = pairs.containsKey(field.name()) && chance(0.4);
            if (field.knob().file() && spec.meaningful(field.name()) && !named) {
                boolean text = pairs.containsValue("text");
                pairs.put(field.name(), folder + (text ? "/words.txt" : "/points.csv"));
                pairs.computeIfPresent("columns", (name, columns) -> chance(0.5) ? "1,2" : columns);
            }
        }
        pairs.keySet().removeIf(name -> !spec.meaningful(name));
    }

    /** Small ones; networks are the slowest to train. */
    private Map<String, String> sizes(Experiment<?, ?> experiment) {
        Map<String, String> sizes = new LinkedHashMap<>();
        if (experiment.live()) {
            sizes.put("samples", text(between(2, 80)));
            sizes.put("generations", text(between(1, 12)));
            if (chance(0.8)) {
                sizes.put("seeds", text(between(1, 6)));
            }
            if (experiment.id().equals("regression")) {
                sizes.put("dimension", text(between(1, 8)));
            } else if (experiment.id().equals("vocabulary")) {
                sizes.put("words", text(between(2, 200)));
            }
            return sizes;
        }
        sizes.put("samples", text(between(2, 60)));
        sizes.put("generations", text(between(1, 2)));
        sizes.put("epochs", "1");
        sizes.put("hidden", text(between(1, 16)));
        sizes.put("latent", text(between(1, 4)));
        sizes.put("batch", text(between(1, 64)));
        return sizes;
    }

    private static List<Schema.Field> fields(RunSpec<?> plain) {
        return plain.fields().toList();
    }

    private String value(Schema.Field field) {
        return switch (field.kind()) {
            case CHOICE -> pick(field.choices()).text();
            case TEXT -> words(field.name());
            case WHOLE -> text((int) Math.round(number(field.knob())));
            case REAL -> chance(0.3) ? text(field.knob().min()) : text(number(field.knob()));
        };
    }

    private String words(String name) {
        return switch (name) {
            case "columns" -> pick(List.of("", "x", "x,y", "1,2", "1", "z", "x,x", "9", "none", "\u03b1"));
            case "checksum" -> pick(List.of("", "", "", "0123456789ab", "x", "0".repeat(64)));
            default ->
                folder + "/"
                        + pick(List.of(
                                "points.csv",
                                "points.csv",
                                "points.csv",
                                "words.txt",
                                "words.txt",
                                "one.csv",
                                "equal.csv",
                                "tiny.csv",
                                "empty.csv",
                                "none.csv",
                                ".",
                                "",
                                "\u00fcber.csv",
                                "a b.csv",
                                "a%26b.csv"));
        };
    }

    private double number(Knob knob) {
        double u = random.nextDouble();
        return knob.scale() == Knob.Scale.LOG
                ? knob.min() * Math.pow(knob.max() / knob.min(), u)
                : knob.min() + u * (knob.max() - knob.min());
    }

    private String regimes() {
        List<String> all = new ArrayList<>(
                Stream.of(DataRegime.values()).map(DataRegime::text).toList());
        Collections.shuffle(all, random);
        return all.stream().limit(between(1, all.size())).collect(Collectors.joining(","));
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** Whether something is done that is done so often. */
    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** One of several. */
    <T> T pick(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    private static String text(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
