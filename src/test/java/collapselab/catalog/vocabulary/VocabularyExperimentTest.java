package collapselab.catalog.vocabulary;

import static collapselab.catalog.vocabulary.VocabularyRuns.EXPERIMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import collapselab.catalog.vocabulary.VocabularyRuns.Row;
import collapselab.experiment.DataRegime;
import collapselab.experiment.ErrorSource;
import collapselab.experiment.Inventory;
import collapselab.experiment.Milestone;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Scene;
import collapselab.experiment.Setting;
import collapselab.experiment.SpecException;
import collapselab.experiment.Standing;
import collapselab.plot.Bars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyExperimentTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "words=1",
                "words=100001",
                "zipfExponent=-1",
                "zipfOffset=-0.5",
                "rare=0",
                "rare=1",
                "temperature=0",
                "zipfExponent=NaN",
                "distribution=normal",
                "distribution=text"
            })
    void whatIsImpossibleIsRefusedInOneSentence(String pair) {
        assertThatThrownBy(() -> VocabularyRuns.setting(pair))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining(
                        pair.startsWith("distribution=text") ? "file=" : pair.substring(0, pair.indexOf('=')))
                .hasMessageEndingWith(".");
    }

    private String text(String text) throws IOException {
        return "distribution=text&file=" + Files.writeString(folder.resolve("text.txt"), text);
    }

    @Test
    void aTextThatCannotBeUsedIsRefused() throws IOException {
        String good = text("to be or not to be");
        for (String bad : List.of(
                "distribution=text&file=" + folder.resolve("missing.txt"),
                good + "&checksum=0123456789abcdef",
                good + "&checksum=beef")) {
            assertThatThrownBy(() -> VocabularyRuns.setting(bad))
                    .isInstanceOf(SpecException.class)
                    .hasMessageEndingWith(".");
        }
        String empty = text("?!");
        assertThatThrownBy(() -> VocabularyRuns.setting(empty)).hasMessageContaining("has no words");
    }

    @Test
    void aTextGivesItsMostFrequentWords() throws IOException {
        Setting<VocabularyParameters> setting = VocabularyRuns.setting(
                text("to be or not to be, that: to be. to") + "&words=3&statistical=infinite&generations=1");
        assertThat(VocabularyRuns.snapshots(setting).get(0).shares().toArray())
                .containsExactly(new double[] {4 / 8.0, 3 / 8.0, 1 / 8.0}, within(1e-15));
        Bars bars = bars(setting);
        assertThat(bars.categories()).containsExactly("to", "be", "not");
        assertThat(description(setting)).contains("\u201cto\u201d", "50 %");
    }

    @Test
    void aTextsChecksumIsFilledIn() throws IOException {
        VocabularyParameters settled =
                EXPERIMENT.settled(VocabularyRuns.setting(text("a b")).parameters());
        assertThat(settled.checksum()).hasSize(16);
        assertThat(EXPERIMENT.settled(settled)).isEqualTo(settled);
        assertThat(EXPERIMENT.settled(EXPERIMENT.defaults())).isEqualTo(EXPERIMENT.defaults());
    }

    @Test
    void wikiTextLosesItsRareWordsFirst() {
        String data = System.getenv("COLLAPSELAB_DATA");
        assumeTrue(data != null, "COLLAPSELAB_DATA names no folder");
        Path file = Path.of(data, "text", "wikitext-2", "train.txt.gz");
        assumeTrue(Files.exists(file), file + " is not there");
        Setting<VocabularyParameters> setting =
                VocabularyRuns.setting("distribution=text&words=5000&samples=2000&generations=11&file=" + file);
        List<VocabularySnapshot> history = VocabularyRuns.snapshots(setting);
        List<String> lost = lost(setting, history, 10);
        assertThat(lost).isNotEmpty().doesNotContain("\u201cthe\u201d", "\u201cof\u201d");
        Row last = VocabularyRuns.simulate(setting, 10).get(0);
        assertThat(last.values("tail_words").get(0)).isLessThan(0.2 * 4_500);
    }

    @ParameterizedTest
    @CsvSource({"uniform,0.25,0.25", "zipf,0.48,0.12", "rare,0.333,0.001"})
    void realSharesFollowTheirDistribution(String distribution, double first, double last) {
        double[] shares = Vocabulary.of(
                        VocabularyRuns.setting("words=4&zipfOffset=0&distribution=" + distribution)
                                .parameters(),
                        null)
                .shares();
        assertThat(shares[0]).isCloseTo(first, within(1e-12));
        assertThat(shares[3]).isCloseTo(last, within(1e-12));
        assertThat(shares).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    private static double[][] alive(Setting<VocabularyParameters> setting) {
        return VocabularyRuns.snapshots(setting).stream()
                .map(snapshot -> snapshot.words().toArray())
                .toArray(double[][]::new);
    }

    @ParameterizedTest
    @EnumSource(DataRegime.class)
    void withoutRealDataNoWordComesBack(DataRegime regime) {
        double[][] alive =
                alive(VocabularyRuns.setting("words=200&samples=80&generations=300&regime=" + regime.text()));
        for (int g = 1; g < alive.length; g++) {
            // A subsample may miss words that its pool still has, and the next one find them again.
            assertThat(alive[regime == DataRegime.SUBSAMPLE ? 0 : g - 1]).contains(alive[g]);
        }
    }

    @Test
    void oneWordThatIsLeftStays() {
        Setting<VocabularyParameters> setting = VocabularyRuns.setting("words=3&samples=6&generations=200");
        double[][] alive = alive(setting);
        int absorbed = IntStream.range(0, 200)
                .filter(g -> alive[g].length == 1)
                .findFirst()
                .orElseThrow();
        for (int g = absorbed; g < 200; g++) {
            assertThat(alive[g]).isEqualTo(alive[absorbed]);
        }
        Row last = VocabularyRuns.simulate(setting, 199).get(0);
        assertThat(last.values("heterozygosity").get(0)).isZero();
        assertThat(last.values("entropy").get(0)).isZero();
        assertThat(last.values("distinct").get(0)).isEqualTo(1);
    }

    @Test
    void realDataBringWordsBack() {
        double[][] alive = alive(VocabularyRuns.setting("words=50&samples=60&generations=200&real=0.1"));
        assertThat(IntStream.range(1, 200).anyMatch(g -> alive[g].length > alive[g - 1].length))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"replace,0,0.98", "accumulate,29,0.95", "subsample,29,0.8"})
    void draggingTheSampleSizeDeformsPaths(String regime, int generation, double least) {
        double[] a = entropies("samples=1000&regime=" + regime, generation);
        double[] b = entropies("samples=1010&regime=" + regime, generation);
        assertThat(new PearsonsCorrelation().correlation(a, b)).isGreaterThan(least);
    }

    private static double[] entropies(String text, int generation) {
        return VocabularyRuns.simulate(VocabularyRuns.setting(text + "&generations=30&seeds=400"), generation)
                .get(0)
                .values("entropy")
                .toArray();
    }

    @ParameterizedTest
    @EnumSource(DataRegime.class)
    void aChainIsTheSameAloneAndInABlock(DataRegime regime) {
        for (String more : List.of("samples=40", "samples=40&real=0.25", "samples=4000&words=9", "temperature=0.9")) {
            String text = "words=60&generations=30&regime=" + regime.text() + "&" + more;
            Row together = VocabularyRuns.simulate(VocabularyRuns.setting(text + "&seeds=50"), 29)
                    .get(0);
            Row alone = VocabularyRuns.simulate(VocabularyRuns.setting(text + "&seed=42"), 29)
                    .get(0);
            for (int m = 0; m < alone.metrics().size(); m++) {
                assertThat(together.metrics().get(m).get(41))
                        .isEqualTo(alone.metrics().get(m).get(0));
            }
        }
    }

    private static String description(Setting<VocabularyParameters> setting) {
        return EXPERIMENT
                .picture(setting, Scene.of(VocabularyRuns.snapshots(setting)))
                .get(0)
                .description();
    }

    private static Bars bars(Setting<VocabularyParameters> setting) {
        return (Bars) EXPERIMENT
                .picture(setting, Scene.of(VocabularyRuns.snapshots(setting)))
                .get(1);
    }

    private static List<String> lost(
            Setting<VocabularyParameters> setting, List<VocabularySnapshot> history, int generation) {
        Inventory<VocabularySnapshot> inventory = EXPERIMENT.inventory(setting).orElseThrow();
        BitSet held = inventory.held().at(history.get(0), history.get(generation));
        return IntStream.range(0, inventory.size())
                .filter(word -> !held.get(word))
                .mapToObj(inventory.name())
                .toList();
    }

    @Test
    void wordsThatDiedAreCrossedOut() {
        Setting<VocabularyParameters> setting = VocabularyRuns.setting("words=20&samples=20&generations=9");
        List<VocabularySnapshot> history = VocabularyRuns.snapshots(setting);
        Bars bars = bars(setting);
        assertThat(bars.crossed()).hasSize(20 - history.get(8).words().size());
        bars.crossed().forEach(word -> assertThat(bars.values().get(word)).isZero());
        List<String> lost = lost(setting, history, 8);
        assertThat(lost).hasSameSizeAs(bars.crossed()).allMatch(name -> name.matches("word \\d+"));
    }

    @Test
    void wordsThatThePoolStillHasAreMissingAndNotCrossedOut() {
        Setting<VocabularyParameters> setting =
                VocabularyRuns.setting("words=20&samples=20&generations=30&regime=subsample");
        List<VocabularySnapshot> history = VocabularyRuns.snapshots(setting);
        Bars bars = bars(setting);
        int occurring = history.get(29).words().size();
        int lost = 20 - history.get(0).words().size();
        assertThat(bars.crossed()).hasSize(lost);
        assertThat(occurring).isLessThan(20 - lost);
        assertThat(description(setting))
                .contains(occurring + " of 20 words occur, " + (20 - lost - occurring) + " are missing but can return, "
                        + lost + " are lost for good");
    }

    private static double course(Milestone milestone, double now, double first) {
        return milestone.course().of(Map.of("distinct", now)::get, Map.of("distinct", first)::get);
    }

    @Test
    void collapseIsEarlyWithHalfOfTheWordsAndLateWithATenthOrOne() {
        List<Milestone> milestones = EXPERIMENT.milestones(VocabularyRuns.setting("words=100&samples=50"));
        assertThat(milestones).extracting(Milestone::kind).containsExactly(Milestone.Kind.EARLY, Milestone.Kind.LATE);
        assertThat(milestones).extracting(Milestone::limit).containsExactly(2.0, 10.0);
        for (Milestone milestone : milestones) {
            assertThat(course(milestone, 20, 50)).isEqualTo(2.5);
            assertThat(course(milestone, 1, 2)).isInfinite();
            assertThat(course(milestone, 1, 1)).isEqualTo(1);
        }
    }

    @Test
    void everySourceOfErrorHasItsSwitch() {
        for (String text : List.of("samples=50", "statistical=infinite", "temperature=0.8", "temperature=1.2")) {
            Setting<VocabularyParameters> setting = VocabularyRuns.setting(text);
            List<ErrorSource> errors = EXPERIMENT.errors(setting);
            assertThat(errors).hasSize(3);
            List<String> pairs = new ArrayList<>();
            errors.forEach(error -> error.flip().forEach((name, value) -> pairs.add(name + "=" + value)));
            List<ErrorSource> flipped = EXPERIMENT.errors(VocabularyRuns.setting(text + "&" + String.join("&", pairs)));
            assertThat(flipped.get(0).on()).isNotEqualTo(errors.get(0).on());
            assertThat(flipped.get(1).on()).isFalse();
            assertThat(flipped.get(2).on()).isNotEqualTo(errors.get(2).on());
        }
    }

    @Test
    void theExplanationHasTheRunsNumbers() {
        RunSpec<VocabularyParameters> spec = RunSpec.of(EXPERIMENT)
                .with("words", "10")
                .with("distribution", "uniform")
                .with("samples", "100");
        Standing standing = new Standing(DataRegime.REPLACE, 7, Map.of("distinct", 8.0));
        assertThat(String.join(" ", EXPERIMENT.explain(spec, List.of(standing))))
                .contains("190 generations", "Generation 7, replace: 8 of 10 words");
        assertThat(EXPERIMENT.explain(spec.with("statistical", "infinite"), List.of()))
                .singleElement()
                .asString()
                .contains("real shares");
        assertThat(EXPERIMENT
                        .explain(spec.with("real", "0.1").with("regime", "accumulate"), List.of())
                        .toString())
                .contains("10 are real");
    }
}
