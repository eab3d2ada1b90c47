package collapselab.export;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Generation;
import collapselab.session.ChainBlock;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** A table of results that is being written, to a file or a stream, as CSV or JSON. */
public final class TableFile implements AutoCloseable {
    /** How a table is written. */
    public enum Format {
        CSV,
        JSON
    }

    private final String name;
    private final Optional<OutputFile> file;
    private final Writer out;
    private final Table table;
    private long rows;
    private DataRegime lastRegime;
    private long lastSeed;

    private TableFile(String name, Optional<OutputFile> file, OutputStream stream, Format format) throws IOException {
        this.name = name;
        this.file = file;
        this.out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
        this.table = format == Format.CSV ? new Csv(out) : new Json(out);
    }

    /**
     * Begins a file; it gets its name when it is finished or stopped.
     *
     * @throws ExportException if nothing can be written there
     */
    public static TableFile to(Path target, Format format, Heading heading) {
        OutputFile file = OutputFile.create(target);
        try {
            TableFile table = new TableFile(target.toString(), Optional.of(file), file.stream(), format);
            table.table.head(heading);
            table.table.flush(); // a full disk is told before hours of computing
            return table;
        } catch (IOException e) {
            file.close();
            throw ExportException.of(target, e);
        }
    }

    /**
     * Begins a table on a stream, which gets nothing before the first row and is not closed.
     */
    public static TableFile to(OutputStream stream, String name, Format format, Heading heading) {
        try {
            TableFile table = new TableFile(name, Optional.empty(), stream, format);
            table.table.head(heading);
            return table;
        } catch (IOException e) {
            throw refused(name, e);
        }
    }

    private ExportException failed(IOException e) {
        return file.isPresent() ? ExportException.of(Path.of(name), e) : refused(name, e);
    }

    private static ExportException refused(String stream, IOException e) {
        return new ExportException(
                stream + " takes no more text; send it to a file with room, or to a program that reads it all.", e);
    }

    /** What messages call it. */
    public String name() {
        return name;
    }

    /** How many rows it has. */
    public long rows() {
        return rows;
    }

    /** Whether another name is that of this table's file too. */
    public boolean is(Path other) {
        return file.isPresent() && file.get().is(other);
    }

    /**
     * Adds the rows of some chains, by seed and generation.
     *
     * @throws ExportException if they cannot be written
     */
    public void add(DataRegime regime, ChainBlock block) {
        add(List.of(this), regime, block, () -> {});
    }

    /**
     * Adds the rows of some chains, by seed and generation, to several tables at once.
     *
     * @param proceed asked before every row; what it throws ends all tables there, with whole rows
     * @throws ExportException if they cannot be written
     */
    public static void add(List<TableFile> tables, DataRegime regime, ChainBlock block, Runnable proceed) {
        for (int c = 0; c < block.chains(); c++) {
            int chain = c;
            for (Generation<?> generation : block.generations()) {
                proceed.run();
                for (TableFile table : tables) {
                    table.row(regime, block.firstSeed() + c, generation.index(), m -> generation
                            .metrics()
                            .get(m)
                            .get(chain));
                }
            }
        }
        tables.forEach(TableFile::flush);
    }

    private void flush() {
        try {
            table.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Adds one row.
     *
     * @param values the metrics by their index, NaN where there is none
     * @throws ExportException if it cannot be written
     */
    public void row(DataRegime regime, long seed, int generation, IntToDoubleFunction values) {
        try {
            table.row(regime, seed, generation, values);
            rows++;
            lastRegime = regime;
            lastSeed = seed;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Works out what stands at its end, which may take long and can be given up: it can be stopped then. */
    public void conclude() {
        table.conclude();
    }

    /**
     * Ends it: everything asked for is in it.
     *
     * @throws ExportException if the rest cannot be written
     */
    public void finish() {
        end(Optional.empty());
    }

    /**
     * Ends it early: what it holds is whole, and says that it is not all. Without a row nothing is written at all.
     *
     * @param expected how many rows it should have had
     * @return whether anything was kept
     * @throws ExportException if the rest cannot be written
     */
    public boolean stop(long expected) {
        if (rows == 0) {
            return false;
        }
        end(Optional.of(
                "after " + rows + " of " + expected + " rows (" + lastRegime.text() + ", seed " + lastSeed + ")"));
        return true;
    }

    /** Ends it before it is all, for a reason of the caller's. */
    void stop(String why) {
        end(Optional.of(why));
    }

    private void end(Optional<String> stopped) {
        try {
            table.end(stopped);
            if (file.isPresent()) {
                out.close();
                file.get().commit();
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Lets go of the file; what was neither finished nor stopped is removed. */
    @Override
    public void close() {
        if (file.isEmpty()) {
            return;
        }
        try {
            out.close();
        } catch (IOException e) {
            // It was said when the row could not be written; what remains is removed below.
            rows = 0;
        }
        file.get().close();
    }
}
