package collapselab.kernel.data;

import static collapselab.kernel.data.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signs of decimals and of thousands: told apart, or refused. */
class PointTableThousandsTest {
    @TempDir
    private Path folder;

    /** Also reads it with the columns that a run would keep, which must give the same. */
    private PointTable read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), text);
        PointTable table = PointTable.read(file, "");
        assertThat(PointTable.read(file, table.choice()).axis(0)).containsExactly(table.axis(0));
        return table;
    }

    private AbstractThrowableAssert<?, ?> refused(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), text);
        return assertRefused(() -> PointTable.read(file, ""), file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "'p,q\n\"1,234.5\",1\n\"999\",2\n\"2,000\",3\n' ! 1234.5 ! 2000",
                "'p;q\n1.234,5;1\n999;2\n2.000;3\n' ! 1234.5 ! 2000",
                "'p;q\n1 234,5;1\n9,5;2\n2 000;3\n' ! 1234.5 ! 2000",
                "'p;q\n1\u202f234,5;1\n9,5;2\n2\u00a0000;3\n' ! 1234.5 ! 2000",
                "'p,q\n1''234.5,1\n9.5,2\n2\u2019000,3\n' ! 1234.5 ! 2000",
                "'p;q\n1,234;1\n9,876;2\n2,5;3\n' ! 1.234 ! 2.5",
                "'p;q\n1,234;1,5\n9,876;2,5\n2,555;3\n' ! 1.234 ! 2.555",
                "'p,q\n1.234,1\n9.876,2\n2.555,3\n' ! 1.234 ! 2.555",
                "'p;q\n\"1,234,567\";1\n9;2\n\"2,000\";3\n' ! 1234567 ! 2000"
            })
    void thousandsAreToldFromDecimals(String text, double first, double last) throws IOException {
        double[] p = read(text).axis(0);

        assertThat(p[0]).isEqualTo(first);
        assertThat(p[2]).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "'p,q\n\"1,234\",1\n\"2,345\",2\n' ! can mean thousands or decimals",
                "'p\tq\n1,234\t1\n2,345\t2\n' ! can mean thousands or decimals",
                "'p;q\n1.234;1,5\n2.345;2\n' ! can mean thousands or decimals",
                "'p;q\n1,5;1\n2.5;2\n3,5;4\n' ! write decimals with a point",
                "'p,q\n\"1,5\",1\n\"2,5\",2\n' ! write decimals with a point",
                "'p,q\n$5,1\n$7,2\n' ! a sign of currency or percent",
                "'p,q\n5 %,1\n7 %,2\n' ! a sign of currency or percent",
                "'p;q\n\u20ac 1.234,50;1\n\u20ac 7,00;2\n' ! a sign of currency or percent",
                "'p,q\n(5),1\n7,2\n8,2\n' ! is not a number",
                "'p,q\n1,1,5\n7,2,5\n' ! separate values with semicolons"
            })
    void whatCanBeReadInTwoWaysIsRefused(String text, String what) throws IOException {
        refused(text).hasMessageContaining("line 2").hasMessageContaining(what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p;q\n1.126;0\n968;1\n1.057;2\n",
                "p\tq\n1.126\t0\n968\t1\n1.057\t2\n",
                "p;q\n1,126;0\n968;1\n1,057;2\n",
                "p,q\n\"1.126\",0\n\"968\",1\n\"1.057\",2\n",
                "p\n1.126\n968\n1.057\n",
                "p\tq\n1,126\t0,00\n968\t1,25\n1,057\t2,5\n",
                "p q\n1.126 0\n968 1\n1.057 2\n",
                "p;q\n12.126;0\n8952;1\n17.057;2\n",
                "p;q\n9.895;5\n5.151;8\n6.152;2\n",
                "p\tq\n9.895\t5\n5.151\t8\n6.152\t2\n",
                "p\n9.895\n5.151\n6.152\n",
                "p,q\n\"1.126\",\"0,00\"\n\"1.968\",\"1,25\"\n\"1.057\",\"2,5\"\n",
                "p;q\n-1.126;0\n968;1\n+1.057;2\n"
            })
    void thousandsAreNotReadAsDecimals(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), text);
        assertRefused(() -> PointTable.read(file, "p"), file)
                .hasMessageContaining("line 2, column p")
                .hasMessageContaining("can mean thousands or decimals");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p;q\n1.126;0\n968;1\n0.057;2\n",
                "p;q\n1.126;0\n968;1\n1.5;2\n",
                "p;q\n1.126;0\n968;1\n1.0571;2\n",
                "p;q\n1.126;0\n12345;1\n1.057;2\n",
                "p;q\n1.126;0\n1e2;1\n1.057;2\n",
                "p;q\n1.126;0\n1234.567;1\n1.057;2\n",
                "p;q\n1,126;0\n-0,057;1\n9,057;2\n",
                "p;q\n1.126;0.5\n9.895;1\n1.057;2\n",
                "p,q\n1.126,0\n9.895,1\n1.057,2\n",
                "p q\n1.126 0\n9.895 1\n1.057 2\n",
                "p;q\n1,126;0\n9,895;1\n1,057;2\n"
            })
    void decimalsThatShowTheyAreAreTaken(String text) throws IOException {
        assertThat(read(text).axis(0)[0]).isEqualTo(1.126);
    }

    @Test
    void theWayOutOfThousandsIsAWay() throws IOException {
        refused("p;q\n9.895;5\n5.151;8\n").hasMessageContaining("(write 9895 or 9.8950)");
        assertThat(read("p;q\n9895;5\n5151;8\n").axis(0)).containsExactly(9895, 5151);
        assertThat(read("p;q\n9.8950;5\n5.151;8\n").axis(0)).containsExactly(9.895, 5.151);
    }
}
