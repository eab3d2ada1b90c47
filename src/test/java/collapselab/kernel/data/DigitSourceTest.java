package collapselab.kernel.data;

import static collapselab.kernel.data.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import collapselab.kernel.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class DigitSourceTest {
    @TempDir
    private Path folder;

    private Map<String, String> environment(String data) {
        Map<String, String> environment = new HashMap<>();
        environment.put("XDG_CACHE_HOME", folder.toString());
        environment.put(DigitSource.VARIABLE, data);
        return environment;
    }

    private void fillCache() throws IOException {
        Path cache = Files.createDirectories(folder.resolve("collapse-lab").resolve("mnist"));
        for (String name : List.of("train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1")) {
            Files.writeString(cache.resolve(name + "-ubyte.gz"), "damaged");
        }
    }

    @Test
    void digitsAreDrawnWhereNothingIsNamedAndNothingCached() {
        DigitSource source = DigitSource.of(Optional.empty(), environment(""));
        List<Double> told = new ArrayList<>();

        DigitData digits = source.load(told::add);

        assertThat(source.folder()).isEmpty();
        assertThat(digits.mnist()).isFalse();
        assertThat(digits.train().count()).isEqualTo(60_000);
        assertThat(digits.test().count()).isEqualTo(10_000);
        assertThat(told).isSorted().endsWith(1.0);
        assertThat(source.load(Progress.NONE)).as("kept").isSameAs(digits);
    }

    @Test
    void aFetchingSourceGetsMnistWhereItFindsNone() {
        Path got = folder.resolve("got");
        DigitSource source = DigitSource.of(Optional.empty(), environment("")).fetching(progress -> got);

        assertThat(source.wouldFetch()).isTrue();
        assertRefused(() -> source.load(Progress.NONE), got);
    }

    @Test
    void aFetchingSourceDrawsDigitsWithoutANetwork() {
        DigitSource source = DigitSource.of(Optional.empty(), environment("")).fetching(progress -> {
            throw new DataException("There is no network.");
        });

        assertThat(source.load(Progress.NONE).mnist()).isFalse();
        assertThat(source.wouldFetch()).isFalse();
    }

    @Test
    void aFetchingSourcePrefersTheFolderThatIsNamed() {
        Path named = folder.resolve("named");
        DigitSource source = DigitSource.of(Optional.of(named), environment("")).fetching(progress -> {
            throw new AssertionError("downloads");
        });

        assertThat(source.wouldFetch()).isFalse();
        assertRefused(() -> source.load(Progress.NONE), named);
    }

    @Test
    void anArgumentComesBeforeTheEnvironment() {
        Path named = folder.resolve("named");
        DigitSource source = DigitSource.of(Optional.of(named), environment("other"));

        assertThat(source.folder()).contains(named);
        assertRefused(() -> source.load(Progress.NONE), named).hasMessageNotContaining("COLLAPSELAB_DATA");
    }

    @Test
    void aFolderNamedInTheEnvironmentIsNeverPassedOver() throws IOException {
        fillCache();
        Path named = folder.resolve("mistyped");
        DigitSource source = DigitSource.of(Optional.empty(), environment(named.toString()));

        assertThat(source.folder()).contains(named);
        assertRefused(() -> source.load(Progress.NONE), named)
                .hasMessageContaining("no data folder")
                .hasMessageEndingWith("; correct its name, or name none (COLLAPSELAB_DATA names this folder).");
    }

    @Test
    void aNameThatNoFolderCanHaveIsRefused() {
        assertThatThrownBy(() -> DigitSource.of(Optional.empty(), environment("a\0b")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("COLLAPSELAB_DATA");
    }

    @Test
    void theCacheIsUsedWhenAllFourFilesAreInIt() throws IOException {
        fillCache();
        Path cache = folder.resolve("collapse-lab");

        DigitSource source = DigitSource.of(Optional.empty(), environment(" "));

        assertThat(source.folder()).contains(cache);
        assertRefused(() -> source.load(Progress.NONE), cache).hasMessageContaining("no IDX file");
        Files.delete(cache.resolve("mnist").resolve("t10k-labels-idx1-ubyte.gz"));
        assertThat(DigitSource.of(Optional.empty(), environment("")).folder()).isEmpty();
    }
}
