package collapselab.export;

import collapselab.experiment.RunSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files that a run reads, which none of its results may replace.
 *
 * @param files their names; need not exist
 */
public record Inputs(List<Path> files) {
    public Inputs {
        files = List.copyOf(files);
    }

    /**
     * The files of a run.
     *
     * @param spec the run, whose parameters may name a file
     * @param others what else it reads, such as the files of a data set
     */
    public static Inputs of(RunSpec<?> spec, List<Path> others) {
        List<Path> files = new ArrayList<>(others);
        spec.schema().fields().stream()
                .filter(field -> field.knob().file())
                .map(field -> spec.text(field.name()))
                .filter(name -> !name.isBlank())
                .flatMap(Inputs::path)
                .forEach(files::add);
        return new Inputs(files);
    }

    private static Stream<Path> path(String name) {
        try {
            return Stream.of(Path.of(name));
        } catch (InvalidPathException e) {
            return Stream.empty(); // no such file can be lost
        }
    }

    /**
     * Refuses an output that is one of these files by any name: through a link, or in other letters on a file system that does
     * not tell them apart.
     *
     * @throws ExportException if it is
     */
    public void protect(Path output) {
        protect(output.toString(), output);
    }

    /**
     * The same for an output that the user knows by another name.
     *
     * @param name such as {@code Standard output}
     */
    public void protect(String name, Path output) {
        for (Path input : files) {
            if (same(input, output)) {
                throw new ExportException(
                        name + " is a file that this run reads its data from: choose another name for the result.");
            }
        }
    }

    /** Whether two names are those of one file. */
    static boolean same(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            return false; // it vanished, or may not be looked at and hence not be written either
        }
    }
}
