package collapselab.kernel.data;

import static collapselab.kernel.data.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointTableTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("points.csv");
    }

    private PointTable read(String text, String columns) throws IOException {
        Files.writeString(file, text);
        return PointTable.read(file, columns);
    }

    private AbstractThrowableAssert<?, ?> refused(String text, String columns) throws IOException {
        Files.writeString(file, text);
        return assertRefused(() -> PointTable.read(file, columns), file);
    }

    @Test
    void pointsAreReadInTheirOrder() throws IOException {
        PointTable table = read("x,y\n1,2\n-3.5,4e1\n+.5,6.\n", "");

        assertThat(table.size()).isEqualTo(3);
        assertThat(table.dimension()).isEqualTo(2);
        assertThat(table.names()).containsExactly("x", "y");
        assertThat(table.axis(0)).containsExactly(1, -3.5, 0.5);
        assertThat(table.axis(1)).containsExactly(2, 40, 6);
        assertThat(table.get(1, 1)).isEqualTo(40);
    }

    @Test
    void aFileWithNoHeaderLosesNoPoint() throws IOException {
        PointTable table = read("1,2\n3,4\n", "");

        assertThat(table.size()).isEqualTo(2);
        assertThat(table.names()).containsExactly("column 1", "column 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x,y\n1,2\n3,4\n", "x;y\n1;2\n3;4\n", "x\ty\n1\t2\n3\t4\n", "x, y\r\n1, 2\r\n3, 4\r\n"})
    void separatorsAndLineEndsAreSeenFromTheFile(String text) throws IOException {
        PointTable table = read(text, "");

        assertThat(table.names()).containsExactly("x", "y");
        assertThat(table.axis(1)).containsExactly(2, 4);
    }

    @Test
    void valuesAndNamesMayStandInQuotes() throws IOException {
        PointTable table = read("\"width; in cm\",\"say \"\"y\"\"\"\n\"1\",2\n3,\"4\"\n", "");

        assertThat(table.names()).containsExactly("width; in cm", "say \"y\"");
        assertThat(table.axis(0)).containsExactly(1, 3);
    }

    @Test
    void aByteOrderMarkIsNoPartOfAName() throws IOException {
        assertThat(read("\ufeffhöhe,y\n1,2\n3,4\n", "höhe").names()).containsExactly("höhe");
    }

    @Test
    void blankLinesAndCommentsArePassedOverAndCounted() throws IOException {
        assertThat(read("# made by hand\n\nx\n1\n\n2\n", "").axis(0)).containsExactly(1, 2);
        refused("# made by hand\n\nx\n1\n\nn/a\n2\n", "").hasMessageContaining("line 6");
    }

    @Test
    void columnsAreTakenByNameOrNumberInTheOrderOfTheQuestion() throws IOException {
        String text = "x,label,y\n1,a,2\n3,b,4\n";

        assertThat(read(text, "y, x").names()).containsExactly("y", "x");
        assertThat(read(text, "3,1").names()).containsExactly("y", "x");
        assertThat(read(text, "").names()).as("all that hold numbers").containsExactly("x", "y");
    }

    @Test
    void aColumnWhoseNameIsANumberIsTakenByIt() throws IOException {
        PointTable table = read("2019,2020\n1,2\n3,4\n", "2020");

        assertThat(table.names()).containsExactly("2020");
        assertThat(table.axis(0)).containsExactly(2, 4);
    }

    @ParameterizedTest
    @CsvSource({
        "n/a, is not a number",
        "'', is missing",
        "NaN, is not a finite number",
        "-Inf, is not a finite number",
        "1e999, is too large a number",
        "0x10, is not a number",
        "1d, is not a number",
        "'1,5', write decimals with a point"
    })
    void aWrongValueIsNamedByLineAndColumn(String value, String what) throws IOException {
        refused("width,height\n1,2\n3,\"" + value + "\"\n5,6\n7,8\n", "")
                .hasMessageStartingWith(file + ", line 3, column height: ")
                .hasMessageContaining(what)
                .hasMessageEndingWith("; correct or remove the line.");
    }

    @Test
    void aWrongValueIsShownAndALongOneShortened() throws IOException {
        refused("x\n1\nn/a\n2\n3\n", "").hasMessageContaining("column x: \"n/a\" is not");
        refused("x\n1\n" + "z".repeat(500) + "\n2\n3\n", "").satisfies(e -> assertThat(e.getMessage())
                .hasSizeLessThan(150 + file.toString().length()));
    }

    @Test
    void aWrongValueInAColumnThatIsNotChosenDoesNotMatter() throws IOException {
        assertThat(read("x,y\n1,n/a\n2,\n", "x").axis(0)).containsExactly(1, 2);
    }

    @Test
    void aMissingFirstValueDoesNotMakeAPointAHeader() throws IOException {
        refused("NaN\n1\n2\n", "").hasMessageContaining("line 1, column 1");
        refused("n/a,2\n1,2\n3,4\n", "").hasMessageContaining("line 1, column 1: \"n/a\" is not a number");
        refused("1.2.3,2\n1,2\n3,4\n", "").hasMessageContaining("line 1, column 1: \"1.2.3\" is not a number");
        refused("1,\n3,4\n5,6\n", "").hasMessageContaining("line 1, column 2: a value is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x;label;y|1;a;2|3;b;4 |x y",
                "1;2|3;4|5;6 |1 2",
                "x;x;y|1;2;3|4;5;6 |1 2 y",
                "a,b;2019;|1;2;3|4;5;6 |1 2 3"
            })
    void columnsAreOfferedAsTheyAreTaken(String head, String one, String two, String offered) throws IOException {
        Files.writeString(file, head + "\n" + one + "\n" + two + "\n");

        assertThat(PointTable.columns(file)).containsExactly(offered.split(" ", -1));
        assertThat(PointTable.read(file, offered.replace(' ', ',')).dimension())
                .isEqualTo(offered.split(" ", -1).length);
    }

    @Test
    void aColumnThatIsNotThereListsThoseThatAre() throws IOException {
        refused("width,height\n1,2\n3,4\n", "depth")
                .hasMessageContaining("no column \"depth\"")
                .hasMessageContaining("choose from width, height");
        refused("1,2\n3,4\n", "3").hasMessageContaining("numbers 1 to 2");
        refused("1,2\n3,4\n", "1,").hasMessageContaining("no column \"\"");
    }

    @Test
    void aColumnChosenTwiceIsRefused() throws IOException {
        refused("x,y\n1,2\n3,4\n", "x,1").hasMessageContaining("twice");
    }

    @Test
    void aFileWithNoNumbersIsRefused() throws IOException {
        refused("a,b\nc,d\ne,f\n", "").hasMessageContaining("no column of numbers");
        refused("x,y\n", "").hasMessageContaining("no column of numbers");
        refused("# nothing\n", "").hasMessageContaining("nothing but comments");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\ufeff", " \n"})
    void anEmptyFileIsRefused(String text) throws IOException {
        refused(text, "").hasMessageContaining("is empty");
    }

    @Test
    void fewerThanTwoPointsAreRefused() throws IOException {
        refused("x,y\n1,2\n", "").hasMessageContaining("one point");
        refused("x,y\n", "x").hasMessageContaining("no point");
    }

    @Test
    void pointsThatAreAllTheSameAreRefused() throws IOException {
        refused("x,y\n1,2\n1,2\n1,2\n", "").hasMessageContaining("All 3 points");
        assertThat(read("x,y\n1,2\n1,2\n1,3\n", "").size()).isEqualTo(3);
    }

    @Test
    void aRowThatIsTooLongOrTooShortIsNamed() throws IOException {
        refused("x,y\n1,2\n3\n", "").hasMessageContaining("line 3: 1 value where the first row has 2");
        refused("x,y\n1,2\n3,4,5\n", "").hasMessageContaining("line 3: 3 values");
    }

    @Test
    void quotesThatAreNotInPairsAreNamed() throws IOException {
        refused("x,y\n1,2\n\"3,4\n5,6\n", "").hasMessageContaining("line 3: quotes");
        refused("x,y\n1,2\n\"3\"4,5\n", "").hasMessageContaining("line 3: quotes");
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        for (String text : new String[] {"x,y\n1,\0\n", "höhe\n1\n2\n"}) {
            Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
            assertRefused(() -> PointTable.read(file, ""), file).hasMessageContaining("no text in UTF-8");
        }
    }

    @Test
    void whatIsNoFileIsRefused() {
        assertRefused(() -> PointTable.read(file, ""), file).hasMessageContaining("no file");
        assertRefused(() -> PointTable.read(folder, ""), folder).hasMessageContaining("is a folder");
        Path device = Path.of("/dev/zero");
        assumeFalse(!Files.exists(device), "there is no device to read");
        assertRefused(() -> PointTable.read(device, ""), device).hasMessageContaining("device");
    }

    @Test
    void aFileThatMayNotBeReadIsNamed() throws IOException {
        Files.writeString(file, "1\n2\n");
        assertThat(file.toFile().setReadable(false)).isTrue();
        assumeFalse(Files.isReadable(file), "this user may read everything");

        assertRefused(() -> PointTable.read(file, ""), file).hasMessageContaining("may not be read");
    }

    @Test
    void aFileThatIsTooLargeSaysHowMuchIsRead() throws IOException {
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(100L << 20);
        }

        assertRefused(() -> PointTable.read(file, ""), file)
                .hasMessageContaining("has more than the 64 MB that are read");
    }

    @Test
    void theChecksumIsThatOfTheBytes() throws IOException {
        PointTable table = read("\ufeffx\r\n1\r\n2\r\n", "");

        assertThat(table.checksum()).isEqualTo(Sha256.of(file)).hasSize(64);
    }

    @Test
    void axesAreCopies() throws IOException {
        PointTable table = read("1\n2\n", "");
        table.axis(0)[0] = 9;

        assertThat(table.get(0, 0)).isEqualTo(1);
    }
}
