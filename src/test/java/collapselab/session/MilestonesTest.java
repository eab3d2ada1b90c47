package collapselab.session;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Experiment;
import collapselab.experiment.Generation;
import collapselab.experiment.Milestone;
import collapselab.experiment.Milestone.Kind;
import collapselab.experiment.RunSpec;
import collapselab.plot.Doubles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stages of collapse as the window begins each experiment, over seeds 1, 1001, 2001 and so on. */
@Tag("slow")
@Timeout(300)
final class MilestonesTest {
    private static final int BASES = 20;

    /**
     * Runs are long enough to pass both stages with any seeds. Bounded by theory, or growing as ln t, accumulated data pass
     * none. Where a median of few random walks passes a stage, its generation has a standard deviation of some 15 %: twenty lie
     * within exp(6 x 0.15) = 2.5 times the earliest but for less than one in 100 sets of seeds.
     *
     * @param spread the most that the latest of the seeds may be, in times the earliest, beside three generations
     */
    @ParameterizedTest
    @CsvSource({
        "gaussian?samples=100, replace, 300, 2.5, EARLY LATE",
        "gaussian?samples=10, replace, 40, 2.5, EARLY LATE",
        "gaussian?samples=20, replace, 80, 2.5, EARLY LATE",
        "gaussian?samples=100, accumulate, 200, 1, ''",
        "gaussian?samples=100, subsample, 200, 1, ''",
        "regression?samples=100&dimension=32&seeds=48, replace, 10, 1, EARLY LATE",
        "regression?samples=100&dimension=32&seeds=48, accumulate, 50, 1, ''",
        "regression?samples=100&dimension=32&seeds=48, subsample, 20, 1, EARLY LATE",
        "regression?samples=100&dimension=32&seeds=48&noise=3, accumulate, 20, 1, ''",
        "vocabulary?samples=1000&words=1000, replace, 60, 1.2, EARLY LATE",
        "vocabulary?samples=1000&words=1000, accumulate, 100, 1, ''",
        "vocabulary?samples=1000&words=1000, subsample, 100, 1, ''",
        "mixture?samples=200&seeds=8, replace, 90, 2.5, EARLY LATE",
        "mixture?samples=200&seeds=8, accumulate, 20, 1, ''",
        "mixture?samples=200&seeds=8, subsample, 60, 1, ''",
        "kde, replace, 140, 2.5, EARLY LATE",
        "kde, accumulate, 60, 1, ''",
        "kde, subsample, 60, 1, ''",
        "digits?samples=500&epochs=2&hidden=32&latent=4, replace, 6, 1, ''"
    })
    void stagesAreInOrderAndStableToTheSeed(
            String text, String regime, String generations, double spread, String kinds) {
        Map<Kind, List<Integer>> reached = new EnumMap<>(Kind.class);
        Set<List<Kind>> sets = new HashSet<>();
        RunSpec<?> spec = spec(text).with("regime", regime).with("generations", generations);
        int bases = text.startsWith("digits") ? 3 : BASES;
        for (int b = 0; b < bases; b++) {
            List<Event> events = FinishedRuns.panel(spec.with("seed", Integer.toString(1 + 1000 * b)))
                    .events();
            assertThat(events).extracting(Event::generation).isSorted().doesNotContain(0);
            events.forEach(event -> reached.computeIfAbsent(event.milestone().kind(), kind -> new ArrayList<>())
                    .add(event.generation()));
            sets.add(events.stream().map(Event::milestone).map(Milestone::kind).toList());
        }
        assertThat(sets).hasSize(1);
        assertThat(sets.iterator().next()).extracting(Kind::name).isEqualTo(words(kinds));
        reached.forEach((kind, at) -> {
            double first = at.stream().mapToInt(Integer::intValue).min().orElseThrow();
            double last = at.stream().mapToInt(Integer::intValue).max().orElseThrow();
            assertThat(last).as(kind.name()).isLessThanOrEqualTo(spread * first + 3);
        });
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }

    /** What the window opens an experiment with, changed as the text says. */
    private static RunSpec<?> spec(String text) {
        RunSpec<?> named = RunSpec.parse(text, FinishedRuns.CATALOG);
        RunSpec<?> spec = RunSpec.opening(named.experiment());
        for (String name : named.names()) {
            if (text.contains(name + "=")) {
                spec = spec.with(name, named.text(name));
            }
        }
        return spec;
    }

    /** A run on MNIST (10,000 digits, seed 1), by the entropy of its classes. */
    @Test
    void digitsCollapseEarlyWhileHalfOfThemGoAndLateWhenOneIsLeft() {
        double[] entropies = {2.2345, 2.1774, 2.0898, 1.8859, 1.3974, 0.7517, 0.0249, 0, 0, 0};
        Panel<?, ?> panel = panel(RunSpec.of(spec("digits").experiment()), "class_entropy", entropies);
        assertThat(panel.events()).extracting(Event::generation).containsExactly(4, 6);
    }

    private static <P extends Record> Panel<P, ?> panel(RunSpec<P> spec, String metric, double... values) {
        return panel(spec.experiment(), spec, metric, values);
    }

    private static <P extends Record, V> Panel<P, V> panel(
            Experiment<P, V> experiment, RunSpec<P> spec, String metric, double... values) {
        Panel<P, V> panel = new Panel<>(experiment, spec.setting(DataRegime.REPLACE));
        panel.learn();
        for (int g = 0; g < values.length; g++) {
            double value = values[g];
            List<Doubles> rows = experiment.metrics().stream()
                    .map(each -> Doubles.of(each.id().equals(metric) ? value : Double.NaN))
                    .toList();
            panel.recording().append(new Generation<>(g, rows, Optional.empty()));
        }
        return panel;
    }
}
