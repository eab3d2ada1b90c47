package collapselab.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What the build says of itself.
 *
 * @param version the program's version
 * @param nd4j the version of ND4J it is built with
 */
public record Build(String version, String nd4j) {
    /** This build. */
    public static Build read() {
        try (InputStream in = Build.class.getResourceAsStream("/build.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return new Build(properties.getProperty("version"), properties.getProperty("nd4j"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
