package collapselab.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final AtomicReference<Double> done = new AtomicReference<>(0.0);
    private final Pace pace = new Pace(done::get);

    @Test
    void nothingIsToldBeforeAStageHasBegunOrGoneAnywhere() {
        assertThat(pace.secondsLeft()).isEmpty();
        assertThat(pace.turnedOutLong()).isEmpty();
        pace.stage(1);
        assertThat(pace.secondsLeft()).isEmpty();
        assertThat(pace.turnedOutLong()).isEmpty();
    }

    @Test
    void onlyTheLastStageTellsWhatIsLeft() {
        pace.stage(0.5);
        done.set(0.25);
        assertThat(pace.secondsLeft()).isEmpty();
        pace.stage(1);
        done.set(0.75);
        assertThat(pace.secondsLeft()).isPresent();
        pace.stage(0.5); // it began before
        assertThat(pace.secondsLeft()).isPresent();
    }
}
