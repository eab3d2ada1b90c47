package collapselab.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WarmupTest {
    @Test
    void liveExperimentsAreComputedAndMeasuredOthersAreNot() {
        Wander live = new Wander("live", true, 64);
        Wander expensive = new Wander("expensive", false, 64);
        Warmup.run(List.of(expensive, live));
        assertThat(live.fitted).contains(0, 59);
        assertThat(live.measured).contains(0, 59);
        assertThat(expensive.fitted).isEmpty();
    }
}
