package collapselab.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds shared libraries where Linux' loader would, without loading them. */
final class Libraries {
    private final List<Path> folders;

    private Libraries(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** The libraries of this system. */
    static Libraries of(Map<String, String> environment) {
        List<Path> folders = new ArrayList<>();
        for (String folder : environment.getOrDefault("LD_LIBRARY_PATH", "").split(":", -1)) {
            if (!folder.isBlank()) {
                folders.add(Path.of(folder));
            }
        }
        folders.addAll(configured());
        Stream.of("/lib", "/usr/lib", "/lib64", "/usr/lib64", "/usr/local/lib")
                .map(Path::of)
                .forEach(folders::add);
        Stream.of("x86_64", "aarch64")
                .flatMap(machine -> Stream.of("/lib/", "/usr/lib/").map(root -> root + machine + "-linux-gnu"))
                .map(Path::of)
                .forEach(folders::add);
        return new Libraries(folders);
    }

    /** Libraries in these folders only. */
    static Libraries in(List<Path> folders) {
        return new Libraries(folders);
    }

    private static List<Path> configured() {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/etc/ld.so.conf.d"), "*.conf")) {
            for (Path file : files) {
                Files.readAllLines(file).stream()
                        .map(String::strip)
                        .filter(line -> line.startsWith("/"))
                        .map(Path::of)
                        .forEach(folders::add);
            }
        } catch (IOException e) {
            return folders; // no such configuration: the usual folders remain
        }
        return folders;
    }

    /** Where a library such as {@code libgtk-3.so.0} is. */
    Optional<Path> find(String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::exists)
                .findFirst();
    }
}
