package collapselab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gets data sets. */
@Command(name = "data", description = "Gets data sets.", synopsisSubcommandLabel = "fetch mnist")
final class DataCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new UsageException("\"data\" needs to know what to do: use data fetch mnist.");
    }

    /** Downloads a data set. */
    @Command(name = "fetch", description = "Downloads a data set; goes on where an earlier download stopped.")
    static final class Fetch implements Callable<Integer> {
        private final Call call;

        @Parameters(paramLabel = "mnist", description = "Which: mnist, 70,000 handwritten digits (12 MB).")
        private String name;

        @Option(
                names = "--to",
                paramLabel = "DIR",
                description = "The data folder to put mnist/ in; else the user's cache, where it is found by itself.")
        private Path folder;

        Fetch(Call call) {
            this.call = call;
        }

        @Override
        public Integer call() throws IOException {
            if (!name.equals("mnist")) {
                throw new UsageException("There is no data set \"" + name + "\" to fetch: use mnist.");
            }
            Optional<Path> target = call.folder(folder);
            Path into;
            try (ProgressLine line = new ProgressLine(call.terminal(), "downloading")) {
                into = call.signal().during(() -> call.lab().fetchMnist(target, call.watched(line)));
            }
            String use = target.isEmpty() ? "it is used from now on" : "use it with --data " + into;
            call.terminal().print("MNIST is whole in " + into + "; " + use + ".\n");
            return 0;
        }
    }
}
