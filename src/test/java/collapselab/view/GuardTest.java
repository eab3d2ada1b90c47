package collapselab.view;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.experiment.SpecException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GuardTest {
    private final List<String> said = new ArrayList<>();
    private final Guard guard = new Guard(said::add);

    private static void fail(String sentence) {
        throw new SpecException(sentence);
    }

    @Test
    void aFailureIsSaidOnceUntilThePartWorksAgain() {
        Object part = new Object();
        for (int i = 0; i < 5; i++) {
            guard.run(part, () -> fail("The ink is dry."));
        }
        assertThat(said).containsExactly("The ink is dry.");
        guard.run(part, () -> {});
        guard.run(part, () -> fail("The ink is dry."));
        assertThat(said).hasSize(2);
    }

    @Test
    void whatFailedLastIsKnown() {
        assertThat(guard.last()).isEmpty();
        guard.run("one", () -> fail("No ink."));
        guard.run("two", () -> {});
        assertThat(guard.last()).contains("No ink.");
    }

    @Test
    void partsFailByThemselves() {
        List<String> done = new ArrayList<>();
        guard.run("one", () -> fail("No ink."));
        guard.run("two", () -> done.add("two"));
        guard.run("three", () -> fail("No paper."));
        assertThat(done).containsExactly("two");
        assertThat(said).containsExactly("No ink.", "No paper.");
    }

    @Test
    void anErrorIsAFailureToo() {
        guard.run("one", () -> {
            throw new NoClassDefFoundError("java/awt/Font");
        });
        assertThat(said).singleElement().asString().doesNotContain("NoClassDef", "java");
    }
}
