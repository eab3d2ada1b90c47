package collapselab.session;

import static org.assertj.core.api.Assertions.assertThatCode;

import collapselab.catalog.Catalog;
import collapselab.kernel.data.DigitSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WarmupTest {
    /** Its folder is missing: only experiments that train networks would read it. */
    @Test
    void onlyLiveExperimentsAreWarmed() {
        DigitSource missing = DigitSource.of(Optional.empty(), Map.of(DigitSource.VARIABLE, "/nowhere/at/all"));
        assertThatCode(() -> Warmup.run(Catalog.experiments(missing))).doesNotThrowAnyException();
    }
}
