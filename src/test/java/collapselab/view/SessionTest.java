package collapselab.view;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.experiment.RunSpec;
import collapselab.session.Run;
import collapselab.session.Runner;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SessionTest {
    private final Drift drift = new Drift(true);
    private final Drift trek = new Drift(false);
    private final Runner runner = new Runner();

    @AfterEach
    void close() {
        trek.go();
        runner.close();
    }

    private Run done(int slope) {
        Semaphore changes = new Semaphore(0);
        Run run = runner.start(RunSpec.parse("drift?slope=" + slope, List.of(drift)), changes::release);
        while (Lab.unfinished(run)) {
            changes.acquireUninterruptibly();
        }
        return run;
    }

    @Test
    void theOldestRunsAreForgottenWhereAllTakeTooMuch() {
        long one = done(1).bytes();
        assertThat(one).isPositive();
        Session session = new Session(3 * one);
        for (int slope = 1; slope <= 5; slope++) {
            session.begin();
            session.add(done(slope));
        }
        assertThat(session.runs().stream().map(run -> run.spec().text("slope"))).containsExactly("5", "4", "3");
    }

    @Test
    void theNewestStaysWhateverItTakes() {
        Session session = new Session(1);
        session.add(done(1));
        session.begin();
        session.add(done(2));
        assertThat(session.runs().stream().map(run -> run.spec().text("slope"))).containsExactly("2");
    }

    @Test
    void aRunThatIsNotFinishedStays() {
        Session session = new Session(1);
        trek.holdFrom(3);
        Run held = runner.start(RunSpec.parse("trek", List.of(trek)), () -> {});
        session.add(held);
        session.begin();
        Run other = done(2);
        session.add(other);
        assertThat(Lab.unfinished(held)).isTrue();
        assertThat(session.runs()).containsExactly(other, held);
    }
}
