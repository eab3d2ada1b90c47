package collapselab.export;

import collapselab.plot.Doubles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in the plane that were drawn by hand, kept as a CSV file of columns x and y that is never written again. */
public final class DrawnPoints {
    /** No colons, which Windows does not take, and nothing that the text of a run would have to escape. */
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);

    private DrawnPoints() {}

    /**
     * Writes points under a new name.
     *
     * @param folder where to, made if it is not there
     * @param now names the file
     * @param x horizontal positions
     * @param y vertical positions, as many
     * @return the file
     * @throws ExportException if it cannot be written
     */
    public static Path write(Path folder, LocalDateTime now, Doubles x, Doubles y) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ExportException(
                    "The folder " + folder + " for drawn points cannot be made; check that you may write there.", e);
        }
        String name = "drawn-" + NAME.format(now);
        Path file = folder.resolve(name + ".csv");
        for (int again = 2; Files.exists(file); again++) {
            file = folder.resolve(name + "-" + again + ".csv");
        }
        StringBuilder text = new StringBuilder("x,y\n");
        for (int i = 0; i < x.size(); i++) {
            text.append(Numerals.text(x.get(i)))
                    .append(',')
                    .append(Numerals.text(y.get(i)))
                    .append('\n');
        }
        AtomicFile.write(file, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
        return file;
    }
}
