package collapselab.view;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.experiment.RunSpec;
import collapselab.experiment.SpecException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Settings whose questions are answered when the test says so. */
final class SettingsTest {
    private final Drift drift = new Drift(true);
    private final Drift trek = new Drift(false);
    private final Deque<Runnable> questions = new ArrayDeque<>();
    private final List<String> said = new ArrayList<>();
    private final List<String> happened = new ArrayList<>();
    private Settings settings;

    @BeforeEach
    void open() {
        settings = new Settings(List.of(drift, trek), said::add, Settling.by(questions::add), new Settings.Effects() {
            @Override
            public void change(boolean step) {
                happened.add(step ? "step" : "change");
            }

            @Override
            public void enter() {
                happened.add("enter");
            }

            @Override
            public void adopt() {
                happened.add("adopt");
            }

            @Override
            public void refuse() {
                happened.add("refuse");
            }
        });
        settings.open(RunSpec.opening(drift));
        answer();
        happened.clear();
    }

    private void answer() {
        while (!questions.isEmpty()) {
            questions.poll().run();
        }
        settings.tick();
    }

    @Test
    void theControlsShowADraftUntilItIsKnownToBePossible() {
        settings.set("slope", "2");
        assertThat(settings.draft().text("slope")).isEqualTo("2");
        assertThat(settings.spec().text("slope")).isEqualTo("1");
        assertThat(settings.unsettled()).isTrue();
        assertThat(settings.canUndo()).isFalse();
        answer();
        assertThat(settings.spec().text("slope")).isEqualTo("2");
        assertThat(happened).containsExactly("step", "adopt");
        assertThat(settings.canUndo()).isTrue();
    }

    @Test
    void onlyTheNewestOfManyChangesIsLookedAt() {
        for (int slope = 2; slope <= 9; slope++) {
            settings.set("slope", Integer.toString(slope));
        }
        answer();
        assertThat(settings.spec().text("slope")).isEqualTo("9");
        assertThat(happened).containsExactly("step", "adopt");
    }

    @Test
    void whoeverChangedSomethingIsToldWhatBecameOfIt() {
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        settings.set("generations", "1000000000", first::add);
        settings.set("slope", "3", second::add);
        answer();
        assertThat(first).singleElement().asString().contains("generations=1000000000");
        assertThat(second).isEqualTo(first);
        assertThat(settings.draft()).isEqualTo(settings.spec()).isEqualTo(RunSpec.opening(drift));
        assertThat(happened).containsExactly("refuse");
    }

    @Test
    void anAnswerToWhatWasLeftIsDropped() {
        settings.set("generations", "1000000000");
        settings.open(trek);
        answer();
        assertThat(settings.spec()).isEqualTo(RunSpec.opening(trek));
        assertThat(settings.problem()).isEmpty();
        assertThat(said).isEmpty();
    }

    @Test
    void twoStepsBackInARowGoBackTwoSteps() {
        for (String slope : List.of("2", "3", "4")) {
            settings.set("slope", slope);
            answer();
        }
        settings.undo();
        settings.undo();
        answer();
        assertThat(settings.spec().text("slope")).isEqualTo("2");
        settings.redo();
        answer();
        assertThat(settings.spec().text("slope")).isEqualTo("3");
        settings.redo();
        answer();
        assertThat(settings.spec().text("slope")).isEqualTo("4");
    }

    @Test
    void whatIsWrongWithAnExperimentIsKnownUntilItIsTriedAgain() {
        trek.beforeData = () -> {
            throw new SpecException("The folder is not there.");
        };
        settings.open(trek);
        answer();
        assertThat(settings.problem()).isEqualTo("The folder is not there.");
        assertThat(settings.plan()).isEmpty();
        trek.beforeData = () -> {};
        settings.retry();
        answer();
        assertThat(settings.problem()).isEmpty();
        assertThat(settings.plan()).isPresent();
    }

    @Test
    void aDragIsOneStepAlsoWhereItsLastChangeIsAnsweredLate() {
        settings.drag(true);
        settings.set("slope", "2");
        answer();
        settings.set("slope", "3");
        settings.drag(false);
        answer();
        settings.undo();
        answer();
        assertThat(settings.spec().text("slope")).isEqualTo("1");
    }
}
