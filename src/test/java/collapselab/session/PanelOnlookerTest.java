package collapselab.session;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.experiment.Preview;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PanelOnlookerTest {
    private final AtomicLong clock = new AtomicLong();
    private final PanelOnlooker onlooker = new PanelOnlooker(clock::get);

    private static Preview preview(String stand) {
        return new Preview(3, stand, List.of());
    }

    private void wait(int milliseconds) {
        clock.addAndGet(1_000_000L * milliseconds);
    }

    @Test
    void itLooksOnlyForSomebody() {
        assertThat(onlooker.looks()).isFalse();
        assertThat(onlooker.newest()).isEmpty();
        assertThat(onlooker.looks()).isTrue();
        onlooker.see(preview("first"));
        wait(10_000);
        assertThat(onlooker.looks()).isFalse();
        assertThat(onlooker.newest()).contains(preview("first"));
        assertThat(onlooker.looks()).isTrue();
    }

    @Test
    void itLooksEveryHalfSecond() {
        assertThat(onlooker.newest()).isEmpty();
        onlooker.see(preview("first"));
        assertThat(onlooker.newest()).isPresent();
        wait(499);
        assertThat(onlooker.looks()).isFalse();
        wait(1);
        assertThat(onlooker.looks()).isTrue();
        onlooker.see(preview("second"));
        assertThat(onlooker.newest()).contains(preview("second"));
    }

    @Test
    void theNextModelIsSeenAtOnce() {
        assertThat(onlooker.newest()).isEmpty();
        onlooker.see(preview("first"));
        onlooker.away();
        assertThat(onlooker.newest()).isEmpty();
        assertThat(onlooker.looks()).isTrue();
    }
}
