package collapselab.export;

import collapselab.experiment.DataRegime;
import java.io.IOException;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** How a table of results is written; each call leaves whole rows. */
interface Table {
    /** Begins with what is known before anything is computed. */
    void head(Heading heading) throws IOException;

    /** Adds a row: the metrics of one chain at one generation, by their index. */
    void row(DataRegime regime, long seed, int generation, IntToDoubleFunction values) throws IOException;

    /** Passes on all rows. */
    void flush() throws IOException;

    /** Works out what stands at the end of a whole table, which may take long and can be given up. */
    default void conclude() {}

    /**
     * Ends the table.
     *
     * @param stopped why it holds less than was asked for, if it does
     */
    void end(Optional<String> stopped) throws IOException;
}
