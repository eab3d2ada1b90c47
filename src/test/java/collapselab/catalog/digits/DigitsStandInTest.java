package collapselab.catalog.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import collapselab.experiment.RunSpec;
import collapselab.kernel.data.DigitSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitsStandInTest {
    @TempDir
    Path folder;

    private static Optional<String> standIn(DigitSource source) {
        return RunSpec.of(new DigitsExperiment(source)).standIn();
    }

    @Test
    void drawnDigitsStandInWhereNoFolderIsFound() {
        Map<String, String> nowhere = Map.of("XDG_CACHE_HOME", folder.toString(), "LOCALAPPDATA", folder.toString());
        assumeTrue(DigitSource.of(Optional.empty(), nowhere).folder().isEmpty());
        assertThat(standIn(DigitSource.of(Optional.empty(), nowhere)))
                .hasValueSatisfying(how -> assertThat(how).contains("data fetch mnist"));
        assertThat(standIn(DigitSource.of(Optional.of(folder), nowhere))).isEmpty();
    }
}
