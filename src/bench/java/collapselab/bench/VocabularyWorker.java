package collapselab.bench;

import collapselab.catalog.vocabulary.VocabularyExperiment;
import collapselab.catalog.vocabulary.VocabularyParameters;
import collapselab.experiment.Learner;
import collapselab.experiment.OwnData;
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

/**
 * Our side of {@code src/bench/python/vocabulary.py}: reads {@code regime words samples generations wanted} a line, runs the
 * program's own loop on one thread with METRICS measured at every generation or NOTHING, and answers the nanoseconds that a
 * generation of one chain took.
 */
public final class VocabularyWorker {
    private VocabularyWorker() {}

    /** Answers until the input ends; the argument is the number of chains. */
    public static void main(String[] arguments) throws IOException {
        int chains = Integer.parseInt(arguments[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("Java " + Runtime.version().feature());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", -1);
            VocabularyExperiment experiment = new VocabularyExperiment(new OwnData());
            RunSpec<VocabularyParameters> spec = RunSpec.of(experiment)
                    .with("regime", words[0])
                    .with("words", words[1])
                    .with("samples", words[2])
                    .with("generations", words[3])
                    .with("seeds", Integer.toString(chains));
            Setting<VocabularyParameters> setting = spec.setting(spec.regimes().get(0));
            long start = System.nanoTime();
            run(experiment.open(setting, Progress.NONE), setting, Wanted.valueOf(words[4]));
            out.println((System.nanoTime() - start) / (double) spec.protocol().generations() / chains);
        }
    }

    private static <S extends Sample<S>, M, V> void run(Learner<S, M, V> learner, Setting<?> setting, Wanted wanted) {
        var protocol = setting.protocol();
        try (var training = new RecursiveTraining<>(
                learner, protocol, setting.regime(), Chains.from(protocol.seed(), protocol.seeds()))) {
            for (int g = 0; g < protocol.generations(); g++) {
                training.next(wanted, Progress.NONE);
            }
        }
    }
}
