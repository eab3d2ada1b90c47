package collapselab.bench;

import collapselab.catalog.gaussian.GaussianExperiment;
import collapselab.catalog.kde.KdeExperiment;
import collapselab.catalog.mixture.MixtureExperiment;
import collapselab.catalog.regression.RegressionExperiment;
import collapselab.catalog.vocabulary.VocabularyExperiment;
import collapselab.experiment.Experiment;
import collapselab.experiment.Law;
import collapselab.experiment.OwnData;
import collapselab.experiment.RunSpec;
import collapselab.experiment.SpecException;
import collapselab.experiment.Verdict;
import collapselab.experiment.Verdict.Status;
import collapselab.kernel.Progress;
import collapselab.session.Ensemble;
import collapselab.session.RunVerdicts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How often the verdicts of right runs raise an alarm, over random settings of all experiments that have laws and over the
 * window's defaults; and how often they find laws that are wrong by a little. Every alarm is listed with its spec.
 *
 * <pre>java -cp 'target/classes:target/dependency/*' collapselab.bench.FalseAlarms random 2000 [seed]
 * java -cp 'target/classes:target/dependency/*' collapselab.bench.FalseAlarms defaults 60
 * java -cp 'target/classes:target/dependency/*' collapselab.bench.FalseAlarms power 100</pre>
 */
public final class FalseAlarms {
    private static final String[] CHAINS = {"2", "5", "20", "64", "300"};

    /** A setting takes at most about this many chain-generations times samples, so that thousands fit into minutes. */
    private static final double MOST_WORK = 2e7;

    private static final OwnData OWN = new OwnData();

    private static final List<Experiment<?, ?>> EXPERIMENTS = List.of(
            new GaussianExperiment(OWN),
            new MixtureExperiment(OWN),
            new RegressionExperiment(),
            new VocabularyExperiment(OWN),
            new KdeExperiment(OWN));

    /** What is varied beside the protocol, by experiment: name and values; those at the end of a list are rarer. */
    private static final Map<String, String[][]> PARAMETERS = Map.of(
            "gaussian",
            new String[][] {
                {"dimension", "1", "1", "2", "3", "7"},
                {"estimator", "unbiased", "mle"},
                {"temperature", "1", "1", "1", "0.83", "1.1"},
                {"truncation", "0", "0", "0", "2"},
                {"statistical", "finite", "finite", "finite", "finite", "infinite"},
                {"data", "normal", "normal", "two-peaks"}
            },
            "mixture",
            new String[][] {
                {"components", "1", "2", "3", "5"},
                {"data", "two-blobs", "one-blob"},
                {"start", "kmeans", "previous"},
                {"floor", "1e-6", "1e-3"},
                {"iterations", "5", "20"}
            },
            "regression",
            new String[][] {
                {"dimension", "1", "3", "10", "30"},
                {"noise", "0.1", "1", "3"},
                {"ridge", "0", "0", "0", "0.1"},
                {"design", "kept", "fresh"},
                {"spectrum", "isotropic", "power"},
                {"statistical", "finite", "finite", "finite", "infinite"}
            },
            "vocabulary",
            new String[][] {
                {"words", "2", "10", "100", "1000"},
                {"distribution", "uniform", "zipf", "rare"},
                {"temperature", "1", "1", "1", "0.9"},
                {"statistical", "finite", "finite", "finite", "finite", "infinite"}
            },
            "kde",
            new String[][] {
                {"data", "blobs", "circles", "moons", "swiss-roll", "normal"},
                {"bandwidth", "0.1", "0.5", "1"},
                {"shrink", "none", "fifth"},
                {"statistical", "finite", "finite", "finite", "finite", "infinite"}
            });

    /** Runs, alarms and verdicts of one group of runs. */
    private static final class Group {
        private int runs;
        private int alarmed;
        private final Map<Status, Integer> verdicts = new EnumMap<>(Status.class);

        private boolean add(List<RunVerdicts.Judged> judged) {
            boolean alarm = judged.stream().anyMatch(j -> j.verdict().status() == Status.DIFFERS);
            runs++;
            alarmed += alarm ? 1 : 0;
            judged.forEach(j -> verdicts.merge(j.verdict().status(), 1, Integer::sum));
            return alarm;
        }
    }

    private FalseAlarms() {}

    /** Runs what the arguments say and prints the tables. */
    public static void main(String[] arguments) {
        int count = Integer.parseInt(arguments[1]);
        switch (arguments[0]) {
            case "random" -> random(count, new Random(arguments.length > 2 ? Long.parseLong(arguments[2]) : 1));
            case "defaults" -> defaults(count);
            case "power" -> power(count);
            default -> throw new IllegalArgumentException("random, defaults or power, not " + arguments[0]);
        }
    }

    private static void random(int runs, Random random) {
        Map<String, Group> groups = new TreeMap<>();
        for (int i = 0; i < runs; ) {
            Experiment<?, ?> experiment = EXPERIMENTS.get(random.nextInt(EXPERIMENTS.size()));
            try {
                RunSpec<?> spec = draw(experiment, random);
                spec.check();
                judge(
                        spec,
                        groups,
                        experiment.id(),
                        String.format("%3d chains", spec.protocol().seeds()),
                        "all");
                i++;
            } catch (SpecException e) {
                // An impossible combination: another is drawn.
            }
        }
        print(groups);
    }

    private static RunSpec<?> draw(Experiment<?, ?> experiment, Random random) {
        RunSpec<?> spec = RunSpec.of(experiment);
        for (String[] choice : PARAMETERS.get(experiment.id())) {
            spec = spec.with(choice[0], choice[1 + random.nextInt(choice.length - 1)]);
        }
        int chains = Integer.parseInt(CHAINS[random.nextInt(CHAINS.length)]);
        // A fit to a pool takes longer with every generation, and no statistics stand for its points.
        boolean points = experiment.id().equals("mixture") || experiment.id().equals("kde");
        int generations = (int) Math.round(Math.exp(random.nextDouble() * Math.log(points ? 40 : 200)));
        double regression = experiment.id().equals("regression") ? 4 : 1;
        double most = MOST_WORK / chains / generations / (points ? 10.0 * generations : regression);
        int samples = (int) Math.max(10, Math.min(most, 2 * Math.pow(500, random.nextDouble())));
        List<String> regimes = new ArrayList<>(List.of("replace", "accumulate", "subsample", "replace-multiple"));
        Collections.shuffle(regimes, random);
        String real = random.nextInt(3) > 0 ? "0" : random.nextBoolean() ? "0.1" : "0.5";
        return spec.with("samples", Integer.toString(random.nextInt(10) == 0 ? 2 + random.nextInt(8) : samples))
                .with("generations", Integer.toString(generations))
                .with("regime", String.join(",", regimes.subList(0, 1 + random.nextInt(3))))
                .with("real", real)
                .with("realSource", pick(random, "fresh", "kept", "redrawn"))
                .with("growth", pick(random, "constant", "constant", "constant", "linear"))
                .with("seed", Integer.toString(random.nextInt(1_000_000)))
                .with("seeds", Integer.toString(chains));
    }

    private static String pick(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private static void defaults(int bases) {
        Map<String, Group> groups = new TreeMap<>();
        for (Experiment<?, ?> experiment : EXPERIMENTS) {
            for (int b = 0; b < bases; b++) {
                RunSpec<?> spec = RunSpec.opening(experiment).with("seed", Integer.toString(1 + 1000 * b));
                judge(spec, groups, experiment.id());
            }
        }
        print(groups);
    }

    private static void power(int bases) {
        String variance = "gaussian?seeds=2000&samples=";
        wrong(new GaussianExperiment(OWN), variance + "1000", "variance_ratio", 1.01, bases);
        wrong(new GaussianExperiment(OWN), variance + "25", "variance_ratio", 1.01, bases);
        String loss = "regression?dimension=100&samples=200&generations=50&seeds=5000";
        wrong(new RegressionExperiment(), loss, "test_loss", 1.02, bases);
    }

    /** Judges right runs by a law that is too large, by one that is too small, and by the right one. */
    private static <P extends Record> void wrong(
            Experiment<P, ?> experiment, String text, String metric, double factor, int bases) {
        int[] found = new int[3];
        double visible = 0;
        for (int b = 0; b < bases; b++) {
            RunSpec<?> spec = RunSpec.parse(text, List.of(experiment)).with("seed", Integer.toString(1 + 10_000 * b));
            RunVerdicts verdicts = new RunVerdicts(spec);
            Ensemble.of(spec, new TreeSet<>()).run(verdicts::add, Progress.NONE);
            found[0] += scaled(verdicts, spec, metric, factor).status() == Status.DIFFERS ? 1 : 0;
            found[1] += scaled(verdicts, spec, metric, 1 / factor).status() == Status.DIFFERS ? 1 : 0;
            Verdict right = scaled(verdicts, spec, metric, 1);
            found[2] += right.status() == Status.DIFFERS ? 1 : 0;
            visible = right.visible();
        }
        System.out.printf(
                "%s, %s: law x %.2f found %d times, law / %.2f %d times, right law %d times of %d; visible %.2g%n",
                text, metric, factor, found[0], factor, found[1], found[2], bases, visible);
    }

    /** How the first regime stands against a metric's law times a factor. */
    private static Verdict scaled(RunVerdicts verdicts, RunSpec<?> spec, String metric, double factor) {
        Law law = verdicts.laws().stream()
                .map(RunVerdicts.Stated::law)
                .filter(stated -> stated.metric().equals(metric) && stated.kind() == Law.Kind.MEAN)
                .findFirst()
                .orElseThrow();
        Law wrong = new Law(
                metric,
                law.kind(),
                g -> factor * law.value().applyAsDouble(g),
                law.spread(),
                law.lastVisible(),
                Optional.empty(),
                law.formula(),
                law.source());
        return verdicts.verdict(spec.regimes().get(0), metric, List.of(wrong));
    }

    private static void judge(RunSpec<?> spec, Map<String, Group> groups, String... names) {
        RunVerdicts verdicts = new RunVerdicts(spec);
        Ensemble.of(spec, new TreeSet<>()).run(verdicts::add, Progress.NONE);
        List<RunVerdicts.Judged> judged = verdicts.verdicts();
        boolean alarm = false;
        for (String name : names) {
            alarm = groups.computeIfAbsent(name, n -> new Group()).add(judged);
        }
        if (alarm) {
            judged.stream()
                    .filter(j -> j.verdict().status() == Status.DIFFERS)
                    .forEach(j -> System.out.println(spec + "\n  " + j.regime().text() + " " + j.metric() + ": "
                            + j.verdict().sentence()));
        }
    }

    private static void print(Map<String, Group> groups) {
        System.out.println("group        runs  with an alarm  verdicts: " + Arrays.toString(Status.values()));
        groups.forEach((name, group) -> System.out.printf(
                "%-12s %5d %10d  %s%n",
                name,
                group.runs,
                group.alarmed,
                Arrays.stream(Status.values())
                        .map(status -> Integer.toString(group.verdicts.getOrDefault(status, 0)))
                        .toList()));
    }
}
