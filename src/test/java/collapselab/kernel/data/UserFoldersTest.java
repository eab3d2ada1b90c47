package collapselab.kernel.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFoldersTest {
    private static final String NAME = "collapse-lab";

    @TempDir
    private Path home;

    @TempDir
    private Path other;

    @Test
    void theCacheIsWhereEachSystemHasIt() {
        assertThat(UserFolders.cache(Map.of(), "Linux", home))
                .isEqualTo(home.resolve(".cache").resolve(NAME));
        assertThat(UserFolders.cache(Map.of(), "Mac OS X", home))
                .isEqualTo(home.resolve("Library").resolve("Caches").resolve(NAME));
        assertThat(UserFolders.cache(Map.of("LOCALAPPDATA", other.toString()), "Windows 11", home))
                .isEqualTo(other.resolve(NAME));
        assertThat(UserFolders.cache(Map.of(), "Windows 11", home))
                .isEqualTo(home.resolve("AppData").resolve("Local").resolve(NAME));
        assertThat(UserFolders.cache(Map.of("XDG_CACHE_HOME", other.toString()), "Linux", home))
                .isEqualTo(other.resolve(NAME));
        assertThat(UserFolders.cache(Map.of("XDG_CACHE_HOME", "relative"), "Linux", home))
                .as("a relative path is to be ignored")
                .isEqualTo(home.resolve(".cache").resolve(NAME));
    }

    @Test
    void whatTheUserMadeIsWhereEachSystemHasIt() {
        assertThat(UserFolders.data(Map.of(), "Linux", home))
                .isEqualTo(home.resolve(".local").resolve("share").resolve(NAME));
        assertThat(UserFolders.data(Map.of(), "Mac OS X", home))
                .isEqualTo(
                        home.resolve("Library").resolve("Application Support").resolve(NAME));
        assertThat(UserFolders.data(Map.of("APPDATA", other.toString()), "Windows 11", home))
                .isEqualTo(other.resolve(NAME));
        assertThat(UserFolders.data(Map.of("XDG_DATA_HOME", other.toString()), "Linux", home))
                .isEqualTo(other.resolve(NAME));
        assertThat(UserFolders.data()).endsWithRaw(Path.of(NAME));
    }
}
