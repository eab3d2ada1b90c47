package collapselab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    Path folder;

    @Test
    void javasOwnComesFirstThenTheVariable() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        Path named = Files.createDirectory(folder.resolve("named"));
        assertThat(Home.choose(own.toString(), named.toString(), folder))
                .isEqualTo(new Home(own, java.util.Optional.empty()));
        for (String none : List.of("?", "", "relative", folder.resolve("gone").toString())) {
            assertThat(Home.choose(none, named.toString(), folder).folder()).isEqualTo(named);
        }
    }

    @Test
    void withoutOneItIsAmongTheTemporaryFilesAndSaysSo() throws IOException {
        Home home = Home.choose("?", "/nonexistent", folder);
        assertThat(home.folder()).isDirectory().hasParent(folder);
        assertThat(home.trouble().orElseThrow())
                .startsWith("There is no home folder")
                .contains(home.folder().toString(), "set HOME");
        assertThat(Home.choose("?", "", folder).folder()).isEqualTo(home.folder());
        Files.delete(home.folder());
        Files.writeString(home.folder(), "in the way");
        assertThat(Home.choose("?", "", folder).folder()).isEqualTo(folder);
    }
}
