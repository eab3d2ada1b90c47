package collapselab.kernel.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What every failure to get data has to be. */
final class Refusal {
    private Refusal() {}

    /** A failure whose message is one sentence that names a file, says what to do and names no exception. */
    static AbstractThrowableAssert<?, ?> assertRefused(ThrowingCallable work, Path file) {
        return assertThatThrownBy(work)
                .isInstanceOf(DataException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("; ")
                .hasMessageEndingWith(".")
                .hasMessageNotContaining("Exception")
                .satisfies(e -> assertThat(e.getMessage().replace(file.toString(), ""))
                        .as("one sentence")
                        .doesNotContain(". "));
    }
}
