package collapselab.session;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.experiment.DataRegime;
import collapselab.plot.Bars;
import collapselab.plot.Plot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the loss logs say, in every experiment, under every regime and with every source of real data. */
@Tag("slow")
@Timeout(120)
final class LossesTest {
    private static final List<String> SOURCES = List.of(
            "real=0",
            "real=0.2",
            "real=0.2&realSource=kept",
            "real=0.2&realSource=redrawn",
            "real=0.01&growth=linear",
            "real=0&growth=linear");

    private static Stream<String> settings(String of) {
        return Stream.of(DataRegime.values()).flatMap(regime -> SOURCES.stream()
                .filter(real -> regime != DataRegime.REPLACE_MULTIPLE || !real.contains("Source"))
                .map(real -> of + "&regime=" + regime.text() + "&" + real));
    }

    static Stream<String> experiments() {
        return Stream.of(
                        "gaussian?samples=12&generations=20",
                        "mixture?samples=30&components=4&generations=20",
                        "regression?samples=24&dimension=3&generations=20",
                        "vocabulary?words=40&samples=30&generations=60",
                        "kde?samples=12&generations=20",
                        "digits?samples=150&generations=4&epochs=1&hidden=16&latent=4&batch=64")
                .flatMap(LossesTest::settings);
    }

    static Stream<String> vocabularies() {
        return settings("vocabulary?words=40&samples=30&generations=60&seed=3");
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void nothingIsLostTwiceUnlessItCameBack(String text) {
        Set<String> missing = new HashSet<>();
        int last = -1;
        for (Loss loss : FinishedRuns.panel(text).losses(Integer.MAX_VALUE)) {
            assertThat(loss.generation()).isGreaterThan(last);
            last = loss.generation();
            loss.returned().forEach(name -> assertThat(missing.remove(name)).isTrue());
            loss.names().forEach(name -> assertThat(missing.add(name)).isTrue());
        }
    }

    /** Which words occur at each generation, from its picture. */
    private static List<Set<String>> occurring(Panel<?, ?> panel) {
        List<Set<String>> words = new ArrayList<>();
        for (int g = 0; g < panel.recording().size(); g++) {
            Plot plot = panel.picture(g).get(1);
            Bars bars = (Bars) plot;
            Set<String> now = new HashSet<>();
            IntStream.range(0, bars.values().size())
                    .filter(word -> bars.values().get(word) > 0)
                    .forEach(word -> now.add("word " + bars.categories().get(word)));
            words.add(now);
        }
        return words;
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void aWordIsLostOnceWhenNothingCanBringItBack(String text) {
        Panel<?, ?> panel = FinishedRuns.panel(text);
        List<Set<String>> occurring = occurring(panel);
        Set<String> lost = new HashSet<>();
        List<Loss> losses = panel.losses(Integer.MAX_VALUE);
        for (Loss loss : losses) {
            assertThat(loss.returned()).isEmpty();
            lost.addAll(loss.names());
            for (int g = loss.generation(); g < occurring.size(); g++) {
                assertThat(occurring.get(g)).doesNotContainAnyElementsOf(loss.names());
            }
        }
        int logged = losses.stream().mapToInt(loss -> loss.names().size()).sum();
        assertThat(logged).isEqualTo(lost.size());
        assertThat(logged).isEqualTo(expected(panel, text, occurring));
    }

    /** K less what occurs now, or at first where all of that is kept; none where fresh real data have every word. */
    private static int expected(Panel<?, ?> panel, String text, List<Set<String>> occurring) {
        boolean fresh = text.contains("real=0.2&") || text.endsWith("real=0.2") || text.contains("real=0.01");
        if (fresh && !text.contains("realSource")) {
            return 0;
        }
        boolean pool = panel.regime() == DataRegime.ACCUMULATE || panel.regime() == DataRegime.SUBSAMPLE;
        boolean first = pool || text.contains("redrawn");
        return 40 - occurring.get(first ? 0 : occurring.size() - 1).size();
    }

    /** Otherwise the test above would not tell losing from missing. */
    @ParameterizedTest
    @MethodSource("vocabularies")
    void wordsThatAreOnlyMissingDoComeBack(String text) {
        Panel<?, ?> panel = FinishedRuns.panel(text);
        List<Set<String>> occurring = occurring(panel);
        boolean back = false;
        for (int g = 1; g < occurring.size(); g++) {
            back |= !occurring.get(g - 1).containsAll(occurring.get(g));
        }
        boolean real = !text.contains("real=0&") && !text.endsWith("real=0");
        boolean kept = text.contains("kept");
        if (panel.regime() == DataRegime.SUBSAMPLE) {
            assertThat(back).isTrue();
        } else if (panel.regime() != DataRegime.ACCUMULATE || kept) {
            assertThat(back).isEqualTo(real && !kept);
        }
    }
}
