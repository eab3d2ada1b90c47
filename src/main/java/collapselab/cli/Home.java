package collapselab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The user's home folder, which caches, settings and the log lie in. Java calls it "?" for a user without an entry in the
 * system's list, as in many containers, and libraries would then make a folder of that name where the user stands.
 *
 * @param folder the one that is used
 * @param trouble a sentence if it is not the user's own, or nothing can be kept in it
 */
public record Home(Path folder, Optional<String> trouble) {
    private static final String PROPERTY = "user.home";

    /**
     * Decides for this process, before anything looks for the home folder: Java's, else that of the variable HOME, else one of
     * this user's among the temporary files.
     */
    public static Home settle(Map<String, String> environment) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Home home = choose(System.getProperty(PROPERTY, ""), environment.getOrDefault("HOME", ""), temporary);
        System.setProperty(PROPERTY, home.folder().toString());
        return home;
    }

    static Home choose(String java, String variable, Path temporary) {
        Optional<Path> own = Stream.of(java, variable)
                .flatMap(Home::folder)
                .sorted((a, b) -> Boolean.compare(Files.isWritable(b), Files.isWritable(a)))
                .findFirst();
        if (own.isPresent()) {
            return new Home(
                    own.get(), Files.isWritable(own.get()) ? Optional.empty() : Optional.of(readOnly(own.get())));
        }
        String why = "There is no home folder (Java calls it \"" + java + "\"), so ";
        String cure = ": set HOME to a folder of yours.";
        try {
            Path instead = make(temporary);
            return new Home(
                    instead,
                    Optional.of(why + instead + " is used, which may be gone after a restart of the machine" + cure));
        } catch (IOException e) {
            return new Home(
                    temporary, Optional.of(why + "settings and downloads are kept among the temporary files" + cure));
        }
    }

    private static String readOnly(Path folder) {
        return "The home folder " + folder
                + " cannot be written, so settings and downloads are not kept: make it writable,"
                + " or set HOME, XDG_CACHE_HOME, XDG_CONFIG_HOME and XDG_STATE_HOME to folders of yours.";
    }

    private static Stream<Path> folder(String name) {
        try {
            return Stream.of(Path.of(name)).filter(path -> path.isAbsolute() && Files.isDirectory(path));
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }

    /** Makes a folder that nobody else may look into, or takes the one of an earlier start, if nobody else made it. */
    private static Path make(Path temporary) throws IOException {
        UserPrincipal user = user(temporary);
        Path folder = temporary.resolve("collapse-lab-" + user.getName().replaceAll("\\W", "_"));
        if (!Files.exists(folder)) {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectory(folder);
            }
        }
        boolean own = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(user);
        if (!own || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || !Files.isWritable(folder)) {
            throw new IOException(folder + " is somebody else's");
        }
        return folder;
    }

    /** Who this process is, as the owner of what it makes. */
    private static UserPrincipal user(Path temporary) throws IOException {
        Path probe = Files.createTempFile(temporary, "collapse-lab-", "");
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }
}
