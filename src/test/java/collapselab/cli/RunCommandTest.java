package collapselab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    private static final String HEAD = """
            # spec wander?samples=10&growth=constant&generations=3&regime=replace&real=0&step=1&failsAt=-1&seed=1&seeds=2
            # version VERSION
            # backend cpu
            # data steps
            seed,generation,place,odd
            """;

    @TempDir
    Path folder;

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesTheTableToStandardOutputIfNoFileIsNamed() {
        FakeLab lab = new FakeLab(folder);
        assertThat(lab.run("run", "wander?generations=3", "--seeds", "2")).isZero();
        assertThat(lab.out()).startsWith(HEAD.replace("VERSION", Build.read().version()));
        List<String> rows = lab.out().lines().skip(5).toList();
        assertThat(rows).hasSize(6);
        assertThat(rows)
                .extracting(row -> row.split(",", -1)[0] + "," + row.split(",", -1)[1])
                .containsExactly("1,0", "1,1", "1,2", "2,0", "2,1", "2,2");
        assertThat(rows.get(0)).matches("1,0,-?[0-9.e-]+,");
        assertThat(rows.get(1)).matches("1,1,(-?[0-9.e-]+),\\1");
        assertThat(lab.err()).isEmpty();
    }

    @Test
    void sameCommandGivesSameBytes() throws IOException {
        FakeLab lab = new FakeLab(folder);
        for (String name : List.of("a", "b")) {
            assertThat(lab.run("run", "wander?seeds=70", "--csv", name + ".csv", "--json", name + ".json"))
                    .isZero();
        }
        assertThat(folder.resolve("a.csv")).hasSameBinaryContentAs(folder.resolve("b.csv"));
        assertThat(folder.resolve("a.json")).hasSameBinaryContentAs(folder.resolve("b.json"));
        assertThat(files()).containsExactly("a.csv", "a.json", "b.csv", "b.json");
        assertThat(lab.out()).isEmpty();
        assertThat(lab.err()).isEmpty();
    }

    @Test
    void whatDoesNotFitIntoMemoryOrOntoTheDiskIsRefusedWithTheFigures() throws IOException {
        FakeLab lab = new FakeLab(folder);
        assertThat(lab.run("run", "wander?seeds=2000000000&generations=400000", "--csv", "a.csv"))
                .isEqualTo(2);
        assertThat(lab.err())
                .containsPattern("a\\.csv would have 800,000,000,000,000 rows, more than [0-9,]+ MB, and its disk has");
        assertThat(lab.run("run", "wander?generations=2000000000", "--csv", "b.csv"))
                .isEqualTo(2);
        assertThat(lab.err()).containsPattern("generations=2000000000 .* of memory, and there is room for");
        assertThat(lab.run("run", "wander?generations=2000000000", "--at", "0", "--verdicts"))
                .isEqualTo(2);
        assertThat(files()).isEmpty();
    }

    /** A thousand million generations: long, but only the rows that are asked for are kept. */
    @Test
    void whatIsLongIsComputed() {
        FakeLab lab = new FakeLab(folder);
        assertThat(lab.run("run", "wander?generations=2000000000", "--at", "0,2"))
                .isZero();
        assertThat(lab.out().lines().filter(line -> line.startsWith("1,"))).hasSize(2);
    }

    @Test
    void severalRegimesGetAColumn() {
        FakeLab lab = new FakeLab(folder);
        assertThat(lab.run("run", "wander?generations=2&regime=subsample,replace"))
                .isZero();
        List<String> lines = lab.out().lines().skip(4).toList();
        assertThat(lines.get(0)).isEqualTo("regime,seed,generation,place,odd");
        assertThat(lines.get(1)).startsWith("subsample,1,0,");
        assertThat(lines.get(3)).startsWith("replace,1,0,");
    }

    @Test
    void whatWasTakenOfAFileIsSaidAndWritten() throws IOException {
        FakeLab lab = new FakeLab(folder);
        lab.wander.taken = Optional.of("9 points of column x; left out: column y (empty)");
        String all = "steps: 9 points of column x; left out: column y (empty)";
        assertThat(lab.run("run", "wander?generations=2", "--csv", "-", "--json", "t.json"))
                .isZero();
        assertThat(lab.err()).isEqualTo("Real data: " + all + "." + System.lineSeparator());
        assertThat(lab.out().lines()).contains("# data " + all);
        assertThat(new ObjectMapper()
                        .readTree(folder.resolve("t.json").toFile())
                        .get("data")
                        .asText())
                .isEqualTo(all);
    }

    @Test
    void dataThatStandInForOthersAreSaid() {
        FakeLab lab = new FakeLab(folder);
        lab.wander.standIn = Optional.of("to get others: fetch them");
        assertThat(lab.run("run", "wander?generations=2")).isZero();
        assertThat(lab.err()).isEqualToIgnoringNewLines("Real data: steps; to get others: fetch them.");
        assertThat(lab.out().lines()).contains("# data steps");
    }

    @Test
    void readingEndsWithTheSignal() throws IOException {
        FakeLab lab = new FakeLab(folder);
        lab.wander.taken = Optional.of("9 points");
        lab.wander.beforeData = () -> {
            lab.signal.stop();
            FakeLab.sleepForEver();
        };
        assertThat(lab.run("run", "wander", "--csv", "t.csv")).isEqualTo(130);
        assertThat(lab.err()).isEqualToIgnoringNewLines("Stopped before the first row; nothing was written.");
        assertThat(files()).isEmpty();
    }

    @Test
    void writesOnlyTheGenerationsAskedFor() {
        FakeLab lab = new FakeLab(folder);
        assertThat(lab.run("run", "wander?generations=90", "--at", "20,0, 3,3")).isZero();
        assertThat(lab.out().lines().skip(5).map(row -> row.split(",", -1)[1])).containsExactly("0", "3", "20");
        assertThat(lab.wander.fitted).hasSize(21);
    }

    @Test
    void jsonHoldsTheSameNumbersWithTheirProvenance() throws IOException {
        FakeLab lab = new FakeLab(folder);
        assertThat(lab.run("run", "wander?generations=2&step=0.5", "--csv", "t.csv", "--json", "-"))
                .isZero();
        JsonNode json = new ObjectMapper().readTree(lab.out());
        assertThat(json.get("spec").asText()).startsWith("wander?samples=10&growth=constant&generations=2");
        assertThat(json.get("backend").asText()).isEqualTo("cpu");
        assertThat(json.get("data").asText()).isEqualTo("steps");
        assertThat(json.get("parameters").get("step").asDouble()).isEqualTo(0.5);
        assertThat(json.get("parameters").get("regime").asText()).isEqualTo("replace");
        assertThat(json.get("stopped").isNull()).isTrue();
        assertThat(json.get("rows")).hasSize(2);
        assertThat(json.get("rows").get(0).get("odd").isNull()).isTrue();
        String row = Files.readAllLines(folder.resolve("t.csv")).get(6);
        assertThat(row)
                .isEqualTo("1,1," + json.get("rows").get(1).get("place").asText() + ","
                        + json.get("rows").get(1).get("odd").asText());
    }

    @Test
    void whatIsWrittenWhenStoppedIsWhole() throws IOException {
        FakeLab lab = new FakeLab(folder);
        lab.wander.beforeFit = generation -> {
            if (generation == 3) {
                lab.signal.stop();
            }
        };
        assertThat(lab.run("run", "wander?generations=9", "--csv", "t.csv", "--json", "t.json"))
                .isEqualTo(130);
        List<String> lines = Files.readAllLines(folder.resolve("t.csv"));
        assertThat(lines).hasSize(9);
        assertThat(lines.get(7)).startsWith("1,2,");
        assertThat(lines.get(8)).isEqualTo("# stopped after 3 of 9 rows (replace, seed 1)");
        JsonNode json = new ObjectMapper().readTree(folder.resolve("t.json").toFile());
        assertThat(json.get("rows")).hasSize(3);
        assertThat(json.get("stopped").asText()).startsWith("after 3 of 9 rows");
        assertThat(files()).containsExactly("t.csv", "t.json");
        assertThat(lab.err()).startsWith("Stopped; ").hasLineCount(1);
    }

    @Test
    void nothingIsWrittenWhenStoppedBeforeTheFirstRow() throws IOException {
        FakeLab lab = new FakeLab(folder);
        Files.writeString(folder.resolve("t.csv"), "older");
        lab.signal.stop();
        assertThat(lab.run("run", "wander", "--csv", "t.csv")).isEqualTo(130);
        assertThat(folder.resolve("t.csv")).hasContent("older");
        assertThat(files()).containsExactly("t.csv");
        assertThat(lab.err()).isEqualToIgnoringNewLines("Stopped before the first row; nothing was written.");
    }

    @Test
    void aFailedRunKeepsItsRowsAndSaysWhy() throws IOException {
        FakeLab lab = new FakeLab(folder);
        lab.wander.beforeFit = generation -> {
            if (generation == 2) {
                throw new ArithmeticException("oops");
            }
        };
        assertThat(lab.run("run", "wander", "--csv", "t.csv")).isEqualTo(1);
        assertThat(Files.readAllLines(folder.resolve("t.csv")))
                .hasSize(8)
                .last()
                .asString()
                .startsWith("# stopped");
        assertThat(lab.err()).hasLineCount(1).doesNotContain("Exception").doesNotContain("oops");
    }

    @Test
    void placesThatCannotBeWrittenAreRefusedBeforeAnythingIsComputed() throws IOException {
        for (String place : List.of(folder.toString(), "no/such/folder.csv")) {
            FakeLab lab = new FakeLab(folder);
            assertThat(lab.run("run", "wander", "--csv", place)).isEqualTo(1);
            assertThat(lab.err()).hasLineCount(1).doesNotContain("Exception").contains("folder");
            assertThat(lab.wander.fitted).isEmpty();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void aFullDiskIsRefusedBeforeAnythingIsComputed() {
        FakeLab lab = new FakeLab(folder);
        Path full = Path.of("/dev/full");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full));
        assertThat(lab.run("run", "wander", "--csv", full.toString())).isEqualTo(1);
        assertThat(lab.err()).hasLineCount(1).contains("disk is full");
        assertThat(lab.wander.fitted).isEmpty();
    }

    @Test
    void standardOutputThatTakesNothingIsAFailure() {
        FakeLab lab = new FakeLab(folder);
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        assertThat(lab.run(closed, "run", "wander")).isEqualTo(1);
        assertThat(lab.err()).hasLineCount(1).startsWith("Standard output takes no more text");
    }

    @Test
    void whatBecameOfTheOtherTableIsSaid() throws IOException {
        FakeLab lab = new FakeLab(folder);
        OutputStream small = new OutputStream() {
            private int flushes;

            @Override
            public void write(int b) throws IOException {
                if (flushes > 0) {
                    throw new IOException("Broken pipe");
                }
            }

            @Override
            public void flush() {
                flushes++;
            }
        };
        assertThat(lab.run(small, "run", "wander", "--csv", "t.csv", "--json", "-"))
                .isEqualTo(1);
        assertThat(lab.err())
                .hasLineCount(1)
                .startsWith("Standard output takes no more text")
                .containsPattern(" \\(.*t\\.csv (is whole|holds [0-9] of 5 rows)\\)\\.");
        assertThat(files()).containsExactly("t.csv");
    }

    @Test
    void dataAreNotAppendedTo() throws IOException {
        Path data = Files.writeString(folder.resolve("train-images-idx3-ubyte"), "pixels");
        FakeLab lab = new FakeLab(folder);
        lab.digits = List.of(data);
        lab.outFile = Optional.of(Files.createLink(folder.resolve("out"), data));
        assertThat(lab.run("run", "wander")).isEqualTo(1);
        assertThat(lab.err())
                .startsWith("Standard output is a file that this run reads its data from")
                .hasLineCount(1);
        assertThat(lab.out()).isEmpty();
        FakeLab other = new FakeLab(folder);
        other.digits = List.of(data);
        other.outFile = Optional.of(Files.createFile(folder.resolve("other")));
        assertThat(other.run("run", "wander")).isZero();
    }

    @Test
    void oneFileForTwoTablesIsRefused() {
        FakeLab lab = new FakeLab(folder);
        assertThat(lab.run("run", "wander", "--csv", "t", "--json", "t")).isEqualTo(2);
    }

    @Test
    void oneFileByTwoNamesIsRefusedBeforeAnythingIsComputed() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        FakeLab lab = new FakeLab(folder);
        assertThat(lab.run("run", "wander", "--csv", "t", "--json", "sub/../t")).isEqualTo(2);
        assertThat(lab.err())
                .startsWith("--csv and --json name the same output")
                .hasLineCount(1);
        assertThat(lab.wander.fitted).isEmpty();
        assertThat(files()).containsExactly("sub");
    }

    @Test
    void dataAreNotReplacedByResults() throws IOException {
        Path data = Files.writeString(folder.resolve("train-images-idx3-ubyte"), "pixels");
        for (String words : List.of("run wander --csv F", "run wander --csv a --json F", "screenshot wander F.png")) {
            FakeLab lab = new FakeLab(folder);
            Files.deleteIfExists(folder.resolve("F.png"));
            Files.deleteIfExists(folder.resolve("F"));
            Files.createLink(folder.resolve("F.png"), data);
            Files.createLink(folder.resolve("F"), data);
            lab.digits = List.of(data);
            assertThat(lab.run(words.split(" ", -1))).isEqualTo(1);
            assertThat(lab.err()).contains("reads its data from").hasLineCount(1);
            assertThat(lab.wander.fitted).isEmpty();
            assertThat(lab.shots).isEmpty();
            assertThat(data).hasContent("pixels");
        }
    }

    @Test
    void namesThatNoFileCanHaveAreSaidWithoutNamesOfClasses() {
        FakeLab lab = new FakeLab(folder);
        assertThat(lab.run("run", "wander", "--csv", "a\0b")).isEqualTo(2);
        assertThat(lab.err()).contains("cannot be the name of a file").doesNotContain("Exception", "interface");
    }

    @Test
    void saysHowFarItIsOnlyToAPersonWhoWatches() {
        FakeLab lab = new FakeLab(folder);
        lab.wander.beforeFit = generation -> {
            try {
                Thread.sleep(40);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        assertThat(lab.watch("run", "wander", "--csv", "t.csv")).isZero();
        assertThat(lab.err())
                .contains("\rcomputing  ", " %")
                .endsWith("Wrote 5 rows to " + folder.resolve("t.csv") + "." + System.lineSeparator());
    }
}
