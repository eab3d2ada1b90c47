package collapselab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    Path folder;

    @Test
    void namesOfPeopleFoldersAndMachinesAreLeftOut() {
        Map<String, String> personal = Map.of(
                "/users/zoë", "~", "zoë", "USER", "/users/zoë/texts", "HERE", "pc-17.example", "HOST", "me", "USER");
        assertThat(Report.anonymous(
                        "/users/zoë/texts/a.csv /users/zoë/.cache C:\\Users\\Zoë\\x zoë@pc-17.example zoëcium some",
                        personal))
                .isEqualTo("HERE/a.csv ~/.cache C:\\Users\\USER\\x USER@HOST zoëcium some");
    }

    @Test
    void ofFoldersOnlyTheLastNameIsLeft() {
        assertThat(Report.shortened(
                        "run failed: gaussian?file=/mnt/client-x/deep/points.csv&samples=9 (C:\\work\\b.csv)"
                                + " see https://example.org/a/b, ~/.cache/x and 3/4"))
                .isEqualTo("run failed: gaussian?file=.../points.csv&samples=9 (.../b.csv)"
                        + " see https://example.org/a/b, ~/.cache/x and 3/4");
    }

    @Test
    void holdsTheRunAndWhatTheDoctorSays() throws IOException {
        FakeLab lab = new FakeLab(folder);
        String spec = "gaussian?data=csv&file=/srv/secret project/points.csv&samples=50";
        assertThat(lab.run("doctor", "--report", "r.txt", "--spec", spec)).isZero();
        assertThat(folder.resolve("r.txt"))
                .content()
                .contains(
                        "gaussian?data=csv&file=points.csv&samples=50",
                        "cpu (fake)",
                        Build.read().version(),
                        "\nLog\n")
                .doesNotContain("secret")
                .doesNotContain(folder.toString())
                .doesNotContain(System.getProperty("user.home") + "/");
        assertThat(lab.err()).contains("read it before you send it");
    }

    @Test
    void replacesOnlyReports() throws IOException {
        FakeLab lab = new FakeLab(folder);
        for (String text : List.of("x,y\n1,2\n", "Collapse Lab has a file of this name, too\n", "\u00ff\u0000")) {
            Path other = Files.writeString(folder.resolve("p.csv"), text);
            assertThat(lab.run("doctor", "--report", "p.csv")).isEqualTo(1);
            assertThat(other).hasContent(text);
        }
        assertThat(lab.err()).hasLineCount(3).contains("p.csv is no report");
        assertThat(lab.out()).isEmpty();
        Files.createFile(folder.resolve("r.txt"));
        for (String spec : List.of("gaussian?samples=50", "gaussian?samples=60")) {
            assertThat(lab.run("doctor", "--report", "r.txt", "--spec", spec)).isZero();
            assertThat(folder.resolve("r.txt")).content().contains(spec);
        }
    }

    @Test
    void isNotWrittenOverDataNorOverAFolder() throws IOException {
        FakeLab lab = new FakeLab(folder);
        Path data = Files.writeString(folder.resolve("train-images-idx3-ubyte"), "pixels");
        lab.digits = List.of(data);
        assertThat(lab.run("doctor", "--report", data.toString())).isEqualTo(1);
        assertThat(data).hasContent("pixels");
        assertThat(lab.run("doctor", "--report", folder.toString())).isEqualTo(1);
        assertThat(lab.run("doctor", "--spec", "gaussian")).isEqualTo(2);
    }
}
