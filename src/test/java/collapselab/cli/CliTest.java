package collapselab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.export.ExportException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
                    frob # There is no command "frob"; see collapse-lab --help.
                    --frob # There is no option --frob here; see collapse-lab --help.
                    run # The argument SPEC is missing; see collapse-lab run --help.
                    run wander extra # "extra" is one argument too many (a spec with & or ? in it needs quotes); see collapse-lab run --help.
                    run wander --csv # The option --csv needs a value; see collapse-lab run --help.
                    run wander --csv a --csv b # The option --csv is given twice, give it once; see collapse-lab run --help.
                    run wonder # There is no experiment "wonder": use wander or gaussian.
                    run wander?stride=1 # The experiment wander has no parameter "stride": it has samples, growth, generations, regime, real, realSource, step, failsAt, seed, seeds.
                    run wander?step=0 # step=0.0 is too small: use a number above 0.
                    run wander?step=wide # step=wide is not a finite number: use a number such as 0.5.
                    run wander?step=1&step=2 # The spec gives step twice: give it once.
                    run wander?samples=1 # samples=1 is too small: a spread needs at least 2 samples.
                    run wander?seeds=2 --seeds 3 # The spec gives seeds twice: give it once.
                    run wander --seeds many # seeds=many is not a finite number: use a number such as 100.
                    run wander --at 5 # Generation 5 is beyond the last, which is 4: ask for an earlier one, or for more with generations=6 in the spec.
                    run wander --at -1 # There is no generation -1: the first is 0.
                    run wander --at 1,,2 # --at lacks a generation: use a whole number from 0 to 4 where nothing stands.
                    run wander --at 1,x # --at x is not a generation: use a whole number from 0 to 4.
                    screenshot wander # The argument F.png is missing; see collapse-lab screenshot --help.
                    screenshot wander a.jpg # The picture a.jpg is written as PNG: give it a name that ends in .png.
                    screenshot wander a.png --size big # --size big is not a size: write such as --size 1440x900.
                    screenshot wander a.png --size 10x10 # A picture of 10x10 cannot be taken: use a size from 640x400 to 3840x2400.
                    screenshot wander a.png --theme pink # --theme pink is not possible: use dark or light.
                    screenshot wander a.png --charts mass # --charts mass is not possible: use place or odd or conserved or mean, or two with a comma.
                    screenshot wander a.png --generation 9 # Generation 9 is beyond the last, which is 4: ask for an earlier one, or for more with generations=10 in the spec.
                    screenshot wander a.png --generation 1.5 # --generation 1.5 is not a generation: use a whole number from 0 to 4.
                    data # "data" needs to know what to do: use data fetch mnist.
                    data fetch # The argument mnist is missing; see collapse-lab data fetch --help.
                    data fetch cifar # There is no data set "cifar" to fetch: use mnist.
                    """)
    void wrongUsageIsOneSentence(String line, String sentence) throws IOException {
        FakeLab lab = new FakeLab(folder);
        assertThat(lab.run(line.strip().split(" ", -1))).isEqualTo(2);
        assertThat(lab.err()).isEqualToIgnoringNewLines(sentence.strip());
        assertThat(lab.out()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDataFolderThatIsNotThereIsAFailure() {
        for (String command : List.of("run wander", "screenshot wander a.png")) {
            FakeLab lab = new FakeLab(folder);
            assertThat(lab.run((command + " --data nowhere").split(" ", -1))).isEqualTo(1);
            assertThat(lab.err()).startsWith("There is no data folder ").hasLineCount(1);
        }
    }

    @Test
    void saysItsVersion() {
        FakeLab lab = new FakeLab(folder);
        assertThat(lab.run("--version")).isZero();
        assertThat(lab.out()).matches("collapse-lab \\d+\\.\\d+\\.\\d+\\R");
    }

    @Test
    void everyCommandExplainsItself() {
        for (String command : List.of("", "list ", "run ", "screenshot ", "data ", "data fetch ", "doctor ")) {
            FakeLab lab = new FakeLab(folder);
            assertThat(lab.run((command + "--help").split(" ", -1))).isZero();
            assertThat(lab.out()).startsWith("Usage: collapse-lab " + command.strip());
            assertThat(lab.err()).isEmpty();
        }
    }

    @Test
    void listsExperimentsWithParametersAndMetrics() throws IOException {
        FakeLab lab = new FakeLab(folder);
        assertThat(lab.run("list")).isZero();
        assertThat(lab.out())
                .contains("wander  A number that wanders")
                .containsPattern("step +1 +0\\.1 \\.\\.\\. 10 +size of a step")
                .containsPattern("regime +replace +replace\\|accumulate\\|subsample")
                .containsPattern("place +where it stands");
        FakeLab json = new FakeLab(folder);
        assertThat(json.run("list", "--json")).isZero();
        JsonNode wander =
                new ObjectMapper().readTree(json.out()).get("experiments").get(0);
        assertThat(wander.get("id").asText()).isEqualTo("wander");
        assertThat(wander.get("parameters")).hasSize(10);
        assertThat(wander.get("parameters").get(6).get("max").asDouble()).isEqualTo(10);
        assertThat(wander.get("metrics").get(1).get("id").asText()).isEqualTo("odd");
    }

    @Test
    void takesAPictureOfTheWindow() throws IOException {
        FakeLab lab = new FakeLab(folder);
        String line = "screenshot wander?step=2 --generation 3 --size 1280x720 --theme light --seeds 4 w.png";
        assertThat(lab.run(line.split(" ", -1))).isZero();
        assertThat(lab.shots).containsExactly("wander?step=2&seeds=4 1280x720 LIGHT [3]");
        assertThat(folder.resolve("w.png")).hasContent("picture");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void aPictureThatIsStoppedLeavesNothing() {
        FakeLab lab = new FakeLab(folder);
        lab.signal.stop();
        assertThat(lab.run("screenshot", "wander", "w.png")).isEqualTo(130);
        assertThat(folder).isEmptyDirectory();
    }

    /** While the program ends, neither the toolkit nor fonts nor files can be had: that is not this machine's fault. */
    @ParameterizedTest
    @ValueSource(strings = {"screenshot wander w.png", "--off-screen", "list"})
    void whateverFailsAfterTheSignalIsBecauseOfIt(String line) {
        for (Throwable failure : List.of(
                new ExportException("There are no fonts on this machine."),
                new NullPointerException("pipeline"),
                new NoClassDefFoundError("toolkit"))) {
            FakeLab lab = new FakeLab(folder);
            lab.beforeWork = () -> {
                lab.signal.stop();
                FakeLab.fail(failure);
            };
            assertThat(lab.run(line.split(" ", -1))).isEqualTo(130);
            assertThat(lab.err()).startsWith("Stopped; nothing ").hasLineCount(1);
        }
        assertThat(folder.resolve("w.png")).doesNotExist();
    }

    /** As when the toolkit waits for a thread that has ended. */
    @Test
    void aPictureThatNeverComesEndsWithTheSignal() {
        FakeLab lab = new FakeLab(folder);
        lab.beforeShot = () -> {
            lab.signal.stop();
            FakeLab.sleepForEver();
        };
        assertThat(lab.run("screenshot", "wander", "w.png")).isEqualTo(130);
        assertThat(lab.err()).startsWith("Stopped; nothing ").hasLineCount(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anEmptyNameIsNoFile() {
        for (String option : List.of("--csv", "--json", "--data")) {
            FakeLab lab = new FakeLab(folder);
            assertThat(lab.run("run", "wander", option, "")).isEqualTo(2);
            assertThat(lab.err())
                    .contains(option, "\"\" is no name of a file or folder")
                    .hasLineCount(1);
        }
    }

    @Test
    void sizesHaveTheUnitThatSuitsThem() {
        assertThat(DiskRoom.size(65_000)).isEqualTo("63 kB");
        assertThat(DiskRoom.size(1 << 20)).isEqualTo("1 MB");
        assertThat(DiskRoom.size(5e12)).isEqualTo("4,768,371 MB");
    }

    @Test
    void fetchesDigits() {
        FakeLab lab = new FakeLab(folder);
        assertThat(lab.run("data", "fetch", "mnist")).isZero();
        assertThat(lab.out()).contains("cache; it is used from now on.");
        FakeLab elsewhere = new FakeLab(folder);
        assertThat(elsewhere.run("data", "fetch", "mnist", "--to", "d")).isZero();
        assertThat(elsewhere.out()).contains("use it with --data " + folder.resolve("d"));
    }

    @Test
    void theDoctorLooksAtEverything() {
        FakeLab lab = new FakeLab(folder);
        assertThat(lab.run("doctor")).isZero();
        assertThat(lab.out())
                .contains(
                        "Java ",
                        "threads ",
                        "memory ",
                        "backend ",
                        "BLAS ",
                        "data ",
                        "home ",
                        "cache ",
                        "disk ",
                        "display ",
                        "fonts ",
                        "pictures ");
        FakeLab sick = new FakeLab(folder);
        assertThat(sick.run("doctor", "--data", "nowhere")).isEqualTo(1);
        assertThat(sick.out()).containsPattern("bad +data +There is no data folder");
    }

    @Test
    void withoutADisplayItShowsItsMainJobInFiles() throws IOException {
        FakeLab lab = new FakeLab(folder);
        assertThat(lab.run()).isZero();
        Path made = folder.resolve("collapse-lab-output");
        assertThat(lab.out().lines().findFirst().orElseThrow()).startsWith("There is no display");
        assertThat(made.toFile().list())
                .containsExactlyInAnyOrder(
                        "gaussian.csv",
                        "gaussian.gif",
                        "gaussian-generation-0.png",
                        "gaussian-generation-20.png",
                        "gaussian-generation-50.png",
                        "gaussian-generation-200.png");
        for (String name : made.toFile().list()) {
            assertThat(lab.out()).contains("collapse-lab-output/" + name);
            assertThat(Files.size(made.resolve(name))).isPositive();
        }
        FakeLab again = new FakeLab(folder);
        assertThat(again.run("--off-screen")).isZero();
    }

    @Test
    void aPlaceWhereNoFolderCanBeMadeIsAFailure() throws IOException {
        Files.writeString(folder.resolve("collapse-lab-output"), "in the way");
        FakeLab lab = new FakeLab(folder);
        assertThat(lab.run()).isEqualTo(1);
        assertThat(lab.err()).hasLineCount(1).startsWith("The folder ");
    }

    @Test
    void writesNumbersAlikeInEveryCountry() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            FakeLab lab = new FakeLab(folder);
            assertThat(lab.run("run", "wander?step=0.5&generations=1")).isZero();
            assertThat(lab.out()).contains("step=0.5").containsPattern("\n1,0,-?0\\.\\d+,\n");
        } finally {
            Locale.setDefault(before);
        }
    }
}
