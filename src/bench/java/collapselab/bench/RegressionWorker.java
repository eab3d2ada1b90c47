package collapselab.bench;

import collapselab.catalog.regression.RegressionExperiment;
import collapselab.catalog.regression.RegressionParameters;
import collapselab.experiment.Learner;
import collapselab.experiment.RecursiveTraining;
import collapselab.experiment.RecursiveTraining.Wanted;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Sample;
import collapselab.experiment.Setting;
import collapselab.kernel.Progress;
import collapselab.kernel.random.Chains;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Our side of {@code src/bench/python/regression.py}: reads a spec a line and answers the nanoseconds that a generation of one
 * chain took, with its test loss measured, in the program's own loop and blocks.
 */
public final class RegressionWorker {
    private RegressionWorker() {}

    /** Answers until the input ends. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("Java " + Runtime.version().feature());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        RegressionExperiment experiment = new RegressionExperiment();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            RunSpec<RegressionParameters> run = read(line, experiment);
            Setting<RegressionParameters> setting = run.setting(run.regimes().get(0));
            int chains = run.protocol().seeds();
            int block = experiment.chainsAtOnce(setting);
            long start = System.nanoTime();
            for (int first = 0; first < chains; first += block) {
                run(experiment.open(setting, Progress.NONE), setting, first, Math.min(block, chains - first));
            }
            out.println((System.nanoTime() - start) / (double) run.protocol().generations() / chains);
        }
    }

    @SuppressWarnings("unchecked") // the spec names this experiment
    private static RunSpec<RegressionParameters> read(String line, RegressionExperiment experiment) {
        return (RunSpec<RegressionParameters>) RunSpec.parse("regression?" + line, List.of(experiment));
    }

    private static <S extends Sample<S>, M, V> void run(
            Learner<S, M, V> learner, Setting<?> setting, int first, int chains) {
        var protocol = setting.protocol();
        try (var training = new RecursiveTraining<>(
                learner, protocol, setting.regime(), Chains.from(protocol.seed() + first, chains))) {
            for (int g = 0; g < protocol.generations(); g++) {
                training.next(Wanted.METRICS, Progress.NONE);
            }
        }
    }
}
