package collapselab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisplayTest {
    @TempDir
    Path folder;

    @Test
    void linuxNamesItsDisplay() {
        Libraries none = Libraries.in(List.of());
        assertThat(Display.of(true, Map.of(), none).present()).isFalse();
        assertThat(Display.of(true, Map.of("DISPLAY", ""), none).present()).isFalse();
        assertThat(Display.of(true, Map.of("DISPLAY", ":0"), none).present()).isTrue();
        assertThat(Display.of(true, Map.of(), none).wanted()).isFalse();
        assertThat(Display.of(false, Map.of(), none).present()).isTrue();
    }

    @Test
    void aDesktopOfWaylandAloneExpectsAWindowAndIsToldWhatItNeeds() {
        Libraries none = Libraries.in(List.of());
        Display wayland = Display.of(true, Map.of("WAYLAND_DISPLAY", "wayland-0"), none);
        assertThat(wayland.present()).isFalse();
        assertThat(wayland.wanted()).isTrue();
        assertThat(wayland.missingForWindow().orElseThrow()).contains("Wayland", "xwayland", "--off-screen");
        Display both = Display.of(true, Map.of("WAYLAND_DISPLAY", "wayland-0", "DISPLAY", ":0"), none);
        assertThat(both.missingForWindow().orElseThrow()).doesNotContain("Wayland");
    }

    @Test
    void saysWhatToInstallForTheWindow() throws IOException {
        Libraries here = Libraries.in(List.of(folder));
        Display display = Display.of(true, Map.of("DISPLAY", ":0"), here);
        assertThat(display.missingForWindow().orElseThrow()).contains("libgtk-3-0", "libxtst6", "dnf install gtk3");
        assertThat(display.missingForPictures().orElseThrow()).contains("libpangoft2-1.0-0");
        for (String name : List.of(Display.GTK, Display.XTEST, Display.PANGO)) {
            Files.createFile(folder.resolve(name));
        }
        assertThat(display.missingForWindow()).isEmpty();
        assertThat(display.missingForPictures()).isEmpty();
        assertThat(Display.of(false, Map.of(), Libraries.in(List.of())).missingForWindow())
                .isEmpty();
    }

    @Test
    void looksWhereTheLoaderIsToldTo() throws IOException {
        Files.createFile(folder.resolve("libcollapse.so.1"));
        assertThat(Libraries.of(Map.of("LD_LIBRARY_PATH", "/nowhere:" + folder)).find("libcollapse.so.1"))
                .contains(folder.resolve("libcollapse.so.1"));
    }
}
