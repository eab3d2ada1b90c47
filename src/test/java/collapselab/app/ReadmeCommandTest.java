package collapselab.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadmeCommandTest {
    @Test
    void findsTheCommandsOfShellBlocks() {
        String markdown = """
                Run collapse-lab list.
                ```sh
                mvn -q package   # builds
                collapse-lab list --json > list.json
                COLLAPSELAB_DATA=data target/collapse-lab/bin/collapse-lab run \\
                  'gaussian?samples=20&seed=7' --csv "a b.csv"  # the table
                target/collapse-lab/bin/collapse-lab
                ```
                ```java
                collapse-lab doctor
                ```
                """;
        assertThat(ReadmeCommand.in(markdown))
                .extracting(ReadmeCommand::arguments)
                .map(Object::toString)
                .containsExactly("[list, --json]", "[run, gaussian?samples=20&seed=7, --csv, a b.csv]", "[]");
    }
}
