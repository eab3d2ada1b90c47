package collapselab.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaybackTest {
    private static Playback of(int total, int computed) {
        Playback playback = new Playback();
        playback.open(total);
        playback.computed(computed);
        return playback;
    }

    @Test
    void aWholeRunPlaysInTwentySeconds() {
        Playback playback = of(200, 200);
        playback.play();
        playback.tick(10);
        assertThat(playback.shown()).isEqualTo(100);
        playback.tick(9.8);
        assertThat(playback.playing()).isTrue();
        playback.tick(0.2);
        assertThat(playback.shown()).isEqualTo(199);
        assertThat(playback.playing()).isFalse();
    }

    @Test
    void aShortRunPlaysAGenerationASecond() {
        Playback playback = of(7, 7);
        playback.play();
        playback.tick(3.01);
        assertThat(playback.shown()).isEqualTo(3);
    }

    @Test
    void playingWaitsForTheComputation() {
        Playback playback = of(100, 3);
        playback.play();
        playback.tick(60);
        assertThat(playback.shown()).isEqualTo(2);
        assertThat(playback.playing()).isTrue();
        playback.computed(100);
        playback.tick(1);
        assertThat(playback.shown()).isEqualTo(7);
    }

    @Test
    void stepsGoEitherWayAndStopAtTheEnds() {
        Playback playback = of(10, 10);
        playback.step(3);
        assertThat(playback.shown()).isEqualTo(3);
        playback.step(-1);
        assertThat(playback.shown()).isEqualTo(2);
        playback.step(-10);
        assertThat(playback.shown()).isZero();
        playback.step(100);
        assertThat(playback.shown()).isEqualTo(9);
    }

    @Test
    void seekingBeyondWhatIsComputedShowsTheLastThatIs() {
        Playback playback = of(10, 4);
        playback.seek(8);
        assertThat(playback.cursor()).isEqualTo(8);
        assertThat(playback.shown()).isEqualTo(3);
        playback.computed(9);
        assertThat(playback.shown()).isEqualTo(8);
    }

    @Test
    void nothingIsShownBeforeTheFirstGeneration() {
        assertThat(of(10, 0).shown()).isEqualTo(-1);
    }

    @Test
    void playingFromTheEndStartsAgain() {
        Playback playback = of(10, 10);
        playback.seek(9);
        playback.play();
        assertThat(playback.shown()).isZero();
        playback.pause();
        assertThat(playback.playing()).isFalse();
    }

    @Test
    void speedStaysWithinItsLimits() {
        Playback playback = of(200, 200);
        playback.speed(100);
        assertThat(playback.speed()).isEqualTo(16);
        playback.speed(0);
        assertThat(playback.speed()).isEqualTo(0.25);
    }

    @Test
    void anotherRunKeepsTheCursorWhereItCan() {
        Playback playback = of(200, 200);
        playback.seek(150);
        playback.open(300);
        playback.computed(300);
        assertThat(playback.shown()).isEqualTo(150);
        playback.open(100);
        playback.computed(100);
        assertThat(playback.shown()).isEqualTo(99);
    }
}
