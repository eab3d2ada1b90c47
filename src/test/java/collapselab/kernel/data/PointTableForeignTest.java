package collapselab.kernel.data;

import static collapselab.kernel.data.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as other programs write them: read rightly or refused by name, and what was passed over is said. */
class PointTableForeignTest {
    @TempDir
    private Path folder;

    private PointTable read(String text) throws IOException {
        return read(text, StandardCharsets.UTF_8);
    }

    /** Also reads it with the columns that a run would keep, which must give the same. */
    private PointTable read(String text, Charset charset) throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), text, charset);
        PointTable table = PointTable.read(file, "");
        PointTable again = PointTable.read(file, table.choice());
        assertThat(again.taken()).isEqualTo(table.taken());
        assertThat(again.names()).isEqualTo(table.names());
        IntStream.range(0, table.dimension())
                .forEach(axis -> assertThat(again.axis(axis)).containsExactly(table.axis(axis)));
        return table;
    }

    private AbstractThrowableAssert<?, ?> refused(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), text);
        return assertRefused(() -> PointTable.read(file, ""), file);
    }

    // ---- signs and digits of Unicode

    @ParameterizedTest
    @ValueSource(strings = {"\u2212", "\u2013", "\u2012", "\u2010", "\uff0d", "-", "\u200e-"})
    void everyMinusIsAMinus(String minus) throws IOException {
        PointTable table = read("t,depth\n1," + minus + "2.5\n3," + minus + "4e" + minus + "1\n5,6\n");

        assertThat(table.axis(1)).containsExactly(-2.5, -0.4, 6);
    }

    @Test
    void aSoftHyphenIsNeitherTakenAwayNorAMinus() throws IOException {
        refused("t,depth\n1,2\n3,\u00ad4\n5,6\n").hasMessageContaining("line 3, column depth");
    }

    @Test
    void blanksAndDigitsOfUnicodeCount() throws IOException {
        assertThat(read("a;b\n\u00a01.5\u202f;\uff11\uff12\n\u20093;\u0661\u0662\u066b\u0665\n")
                        .axis(1))
                .containsExactly(12, 12.5);
        refused("a\n1\n10\u00b2\n3\n").hasMessageContaining("line 3");
    }

    // ---- which columns

    @Test
    void aColumnThatStartsLateIsRefusedOrLeftOutByName() throws IOException {
        StringBuilder late = new StringBuilder("t,wind\n");
        IntStream.range(0, 700).forEach(i -> late.append(i * 0.5).append(i < 450 ? ",\n" : ",7\n"));
        StringBuilder early = new StringBuilder("t,wind\n");
        IntStream.range(0, 700).forEach(i -> early.append(i * 0.5).append(i < 250 ? ",off\n" : ",7\n"));

        assertThat(read(late.toString()).taken())
                .isEqualTo("700 points of column t; left out: column wind (numbers in 250 of 700 rows, the first in"
                        + " line 452)");
        refused(early.toString()).hasMessageContaining("line 2, column wind: \"off\" is not a number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",u,v\n0,5,1\n1,6,2\n2,8,3\n",
                "\"\",\"u\",\"v\"\n\"1\",5,1\n\"2\",6,2\n\"3\",8,3\n",
                "\"u\" \"v\"\n\"1\" 5 1\n\"2\" 6 2\n\"3\" 8 3\n",
                "\"u\",\"v\"\n\"1\",5,1\n\"2\",6,2\n\"3\",8,3\n",
                "\"u\"\t\"v\"\n\"7\"\t5\t1\n\"3\"\t6\t2\n\"9\"\t8\t3\n",
                "Unnamed: 0;u;v\n4;5;1\n9;6;2\n12;8;3\n",
                "index,u,v\n2,5,1\n0,6,2\n1,8,3\n",
                "rownames,u,v\n1,5,1\n2,6,2\n3,8,3\n",
                "#,u,v\n1,5,1\n2,6,2\n3,8,3\n",
                ",u,v\n0.0,5,1\n1.0,6,2\n2.0,8,3\n",
                "Id\tu\tv\n1\t5\t1\n2\t6\t2\n3\t8\t3\n"
            })
    void rowNumbersAreNoCoordinateUnlessTheyAreAskedFor(String text) throws IOException {
        PointTable table = read(text);

        assertThat(table.names()).containsExactly("u", "v");
        assertThat(table.choice()).isEqualTo("u,v");
        assertThat(table.axis(0)).containsExactly(5, 6, 8);
        assertThat(table.taken()).matches(".*left out: column \\S+( 0)? \\(row numbers\\)");
        assertThat(PointTable.read(folder.resolve("table.csv"), "1,2,3").dimension())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "'t,v\n0,5\n1,6\n2,8\n', t v",
        "'id,v\n4,5\n4,6\n5,8\n', id v",
        "'1\n2\n3\n4\n', column 1",
        "'v\n1\n2\n3\n', v"
    })
    void whatOnlyLooksLikeRowNumbersIsTaken(String text, String names) throws IOException {
        assertThat(String.join(" ", read(text).names())).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",,u,v\n0,0,5,1\n0,1,6,2\n1,0,8,3\n1,1,9,4\n",
                ",,,u,v\n7,0,3,5,1\n7,0,4,6,2\n7,1,3,8,3\n7,1,5,9,4\n",
                ",u,v\n0,5,1\n1,6,2\n0,8,3\n1,9,4\n",
                ",u,v\n3,5,1\n8,6,2\n3,8,3\n9,9,4\n",
                "Unnamed: 0.1,Unnamed: 0,u,v\n0,0,5,1\n1,1,6,2\n0,2,8,3\n1,3,9,4\n"
            })
    void indexesOfSeveralLevelsOrPartsAreNoCoordinates(String text) throws IOException {
        PointTable table = read(text);

        assertThat(table.names()).containsExactly("u", "v");
        assertThat(table.axis(0)).containsExactly(5, 6, 8, 9);
        assertThat(table.taken()).contains("(row numbers)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"obs", "No", "row", "id", "Nr.", "index", "rownames"})
    void aNameAloneMakesNoRowNumbers(String name) throws IOException {
        assertThat(read(name + ",v\n817,5\n712,6\n529,8\n").names()).containsExactly(name, "v");
        assertThat(read("v," + name + "\n5,0\n6,2\n8,4\n").names()).containsExactly("v", name);
        assertThat(read("v," + name + "\n5,2\n6,3\n8,4\n").names()).containsExactly("v", name);
        assertThat(read("v," + name + "\n5,3\n6,1\n8,2\n").names()).containsExactly("v");
    }

    @Test
    void wholeNumbersThatRiseAndFallWithoutANameAreTaken() throws IOException {
        assertThat(read(",v\n3,5\n9,6\n4,8\n9,9\n").names()).containsExactly("column 1", "v");
        assertThat(read("v,\n5,1\n6,2\n8,3\n").names()).containsExactly("v", "column 2");
    }

    @Test
    void namesAreShownShortAndHarmless() throws IOException {
        PointTable table = read("a\u001b[31m,b\u0007\u202e,\"c\nd\"," + "e".repeat(5000) + "\n1,2,3,4\n5,6,7,8\n");

        assertThat(table.names()).containsExactly("a\ufffd[31m", "b\ufffd\ufffd", "c d", "e".repeat(60) + "...");
        assertThat(table.choice()).isEqualTo("1,2,3,4");
        assertThat(table.taken()).hasSizeLessThan(200).doesNotContainPattern("\\p{Cntrl}");
        refused("a\u001b[31m,b\n1,2\nx\u001b[2J,4\n5,6\n8,9\n")
                .hasMessageContaining("column a\ufffd[31m: \"x\ufffd[2J\" is not a number");
    }

    @Test
    void rowNumbersWithoutAnyNameAreLeftOutAndNothingElseIsNotFitted() throws IOException {
        assertThat(read("0,5.5\n1,6.5\n2,8.5\n").taken())
                .isEqualTo("3 points of column 2 (no line names them); left out: column 1 (row numbers)");
        refused(",name\n0,a\n1,b\n2,c\n").hasMessageContaining("columns=1");
    }

    @ParameterizedTest
    @CsvSource({
        "',0,1\n0,.5,.6\n1,.7,.8\n', '0 1'",
        "'0,1,2\n.5,.6,.1\n.7,.8,.2\n', '0 1 2'",
        "'id,2019,2020\na,1,2\nb,3,4\n', '2019 2020'"
    })
    void namesMayBeNumbersWhereNothingElseIsPossible(String text, String names) throws IOException {
        PointTable table = read(text);

        assertThat(String.join(" ", table.names())).isEqualTo(names);
        assertThat(table.size()).isEqualTo(2);
    }

    @Test
    void aFirstLineThatMayBeNamesIsSaidToBeAPoint() throws IOException {
        assertThat(read("2019,2020\n1.5,2\n3,4\n").taken())
                .isEqualTo("3 points of columns 1, 2 (no line names them; a point is (2019, 2020))");
        assertThat(read("2019,2021\n1.5,2\n3,4\n").taken()).endsWith("(no line names them)");
    }

    @Test
    void aFirstRowOneValueShortIsNotTakenForRs() throws IOException {
        refused("u,v\n1.5,2,3\n4,5,6\n7,8,9\n").hasMessageContaining("line 2: 3 values where the first row has 2");
        refused("u\n1,5\n2,7\n3,9\n").hasMessageContaining("2 values").hasMessageContaining("decimals have a comma");
    }

    @Test
    void everyColumnIsTakenOrNamed() throws IOException {
        assertThat(read("a,b,c,d\n1,x,,2\n3,y,,4\n").taken())
                .isEqualTo("2 points of columns a, d; left out: column b (no numbers), column c (empty)");
        String wide =
                String.join(",", IntStream.range(0, 30).mapToObj(i -> "c" + i).toList());
        String words = String.join(
                ",", IntStream.range(0, 30).mapToObj(i -> i == 0 ? "7" : "x").toList());
        assertThat(read(wide + "\n" + words + "\n" + words.replace('7', '8') + "\n")
                        .taken())
                .endsWith("column c20 (no numbers) and 9 more");
    }

    // ---- which lines

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#N/A",
                "#DIV/0!",
                "#REF!",
                "#NAME?",
                "#VALUE!",
                "#NULL!",
                "#NUM!",
                "#BEZUG!",
                "#NV",
                "#\u00a1VALOR!",
                "####",
                "#SPILL!",
                "#n/a",
                "#div/0!",
                "#GETTING_DATA",
                "#I/T"
            })
    void anErrorValueOfASpreadsheetIsNoComment(String value) throws IOException {
        refused("p,q\n1,2\n3,4\n5,6\n" + value + ",8\n9,10\n")
                .hasMessageContaining("line 5, column p: \"" + value + "\" is not a number");
        refused(value + ",8\n9,10\n11,12\n").hasMessageContaining("line 1, column 1");
        refused("p;q\n1;2\n3;4\n5;6\n" + value + " ;8\n").hasMessageContaining("line 5, column p");
        if (!value.equals("####")) {
            refused("p\n1\n2\n3\n" + value + "\n").hasMessageContaining("line 5, column p");
            refused("p q\n1 2\n" + value + " 4\n5 6\n").hasMessageContaining("line 3, column p");
        }
    }

    @Test
    void commentsAndEmptyLinesAreCounted() throws IOException {
        assertThat(read("# from here, \"to there\n\n#N/A means none\np,q\n1,2\n#\n3,4\n,\n")
                        .taken())
                .isEqualTo(
                        "2 points of columns p, q; passed over: 3 comments (lines 1, 3, 6), 2 empty lines (lines 2, 8)");
        assertThat(read("# x y\r\n1 2\r\n3 4\r\n").taken()).contains("1 comment (line 1)");
        assertThat(read("p\n" + "1\n\n".repeat(9) + "2\n").taken())
                .endsWith("9 empty lines (lines 3, 5, 7, 9, 11, ...)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "'code,x,y\n#0,7.5,1\n#13,5.1,2\n' ! x y",
                "'color;x;y\n#a0b1c2;7,5;1\n#c0ffee;5,1;2\n' ! x y",
                "'code x y\n#7 7.5 1\n#8 5.1 2\n' ! x y",
                "'#7,7.5,1\n#8,5.1,2\n' ! column 2 column 3",
                "'code,x,y,,\n#0,7.5,1,,\n#13,5.1,2\n' ! x y"
            })
    void aRowMayBeginWithASign(String text, String names) throws IOException {
        PointTable table = read(text);

        assertThat(String.join(" ", table.names())).isEqualTo(names);
        assertThat(table.size()).isEqualTo(2);
    }

    @Test
    void aRowThatBeginsWithASignIsRefusedAmongNumbers() throws IOException {
        refused("p,q\n1,2\n3,4\n#5,6\n7,8\n")
                .hasMessageContaining("line 4, column p: \"#5\" is not a number (a comment has a blank after its #)");
        assertThat(read("#p,q\n1,2\n3,4\n# 5,6\n#7\n#8,9,10\n").taken())
                .endsWith("passed over: 4 comments (lines 1, 4, 5, 6)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " # note\nx,y\n1,2\n3,4\n",
                "% note\nx,y\n1,2\n3,4\n",
                "Depths\nx;y\n1;2\n3;4\n",
                "x y\n1,2\n3,4\n",
                "@relation r\n@data\n1,2\n3,4\n",
                "Depths, all\nx,y,z\n1,2,3\n4,5,6\n"
            })
    void aNoteAboveTheTableIsNamed(String text) throws IOException {
        refused(text).hasMessageContaining("line 1: ").hasMessageContaining("(a note begins with #");
    }

    @Test
    void aLongRowBelowNumbersIsItselfAtFault() throws IOException {
        refused("p\n1\n2,3\n").hasMessageContaining("line 3: 2 values where the first row has 1");
    }

    // ---- how numbers are written

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "'p;q\n1,5;-0,25\n2;1e1\n'",
                "'p\tq\n1,5\t-0,25\n2\t10\n'",
                "'p q\n1,5 -0,25\n2 10\n'",
                "'sep=;\r\np;q\r\n1,5;-0,25\r\n2;10\r\n'",
                "'\ufeff\"sep=;\"\np;q\n1.5;-0.25\n2;10\n'",
                "'\ufeff\ufeffp,q\n1.5,-0.25\n2,10\n'",
                "'\n \nsep=;\np;q\n1.5;-0.25\n2;10\n'",
                "'sep = ;\np;q\n1.5;-0.25\n2;10\n'",
                "'sep= \np q\n1.5 -0.25\n2 10\n'",
                "'sep=\t\rp\tq\r1.5\t-.25\r2.\t10\r'",
                "'  p    q\n1.50e+00 -2.5e-01 \n\t2  10\n'",
                "'p|q\n1.5|-.25\n2|10\n'",
                "'p;q;;\n1,5;-,25;;\n2;10;;\n;;;\n;;;\n'",
                "'p,q\n1.5,-.25,\n2,10,\n'",
                "'p;q;;;\n1,5;-,25\n2;10\n'"
            })
    void theSameTableInManyHands(String text) throws IOException {
        PointTable table = read(text);

        assertThat(table.names()).containsExactly("p", "q");
        assertThat(table.axis(0)).containsExactly(1.5, 2);
        assertThat(table.axis(1)).containsExactly(-0.25, 10);
        assertThat(table.taken().contains("decimals with a comma")).isEqualTo(text.contains("1,5"));
    }

    @Test
    void utf16IsReadByItsMark() throws IOException {
        for (Charset charset : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            assertThat(read("\ufeffl\u00e4nge\tq\r\n1,5\t2\r\n3\t4\r\n", charset)
                            .names())
                    .containsExactly("l\u00e4nge", "q");
        }
    }

    // ---- sizes

    @ParameterizedTest
    @CsvSource({
        "1e-200, 3e-200, too little to be squared",
        "1e-160, 3e-160, rescale the column",
        "1e-100, 3e-100, rescale the column",
        "1, 1.000000000001, subtract a constant",
        "-1e12, -999999999999.9, subtract a constant",
        "1e100, 2, is too large a number (rescale",
        "1e300, 2, is too large a number (rescale",
        "1e-400, 2, is too small a number (rescale"
    })
    void numbersThatLeaveNothingOfTheirSquaresAreRefused(String one, String other, String what) throws IOException {
        refused("c,r\n5," + one + "\n5," + other + "\n6," + one + "\n")
                .hasMessageContaining("column r")
                .hasMessageContaining(what);
    }

    @Test
    void numbersThatCanBeComputedWithAreTaken() throws IOException {
        assertThat(read("c,r\n5,1e-74\n5,3e-74\n").size()).isEqualTo(2);
        assertThat(read("c,r\n5,1e75\n5,-1e75\n").size()).isEqualTo(2);
        assertThat(read("c,r\n5,1000000\n5,1000000.01\n").size()).isEqualTo(2);
        assertThat(read("c,r\n5,0\n6,0.000e9\n").axis(1)).containsExactly(0, 0);
    }
}
