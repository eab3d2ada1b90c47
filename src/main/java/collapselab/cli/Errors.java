package collapselab.cli;

import collapselab.experiment.SpecException;
import collapselab.session.Failure;
import collapselab.session.StopSignal;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever went wrong into one sentence on standard error and an exit code; the stack goes to the log. */
final class Errors {
    static final int USAGE = 2;
    static final int FAILURE = 1;

    /** What shells give for a program that Ctrl-C ended. */
    static final int STOPPED = 130;

    private final Terminal terminal;
    private final StopSignal signal;

    Errors(Terminal terminal, StopSignal signal) {
        this.terminal = terminal;
        this.signal = signal;
    }

    /** A command line that picocli could not read. */
    int misread(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        terminal.say(sentence(e) + "; see " + command.getCommandSpec().qualifiedName() + " --help.");
        return USAGE;
    }

    private static String sentence(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            if (unmatched.isUnknownOption()) {
                return "There is no option " + word + " here";
            }
            return e.getCommandLine().getSubcommands().isEmpty()
                    ? "\"" + word + "\" is one argument too many (a spec with & or ? in it needs quotes)"
                    : "There is no command \"" + word + "\"";
        }
        if (e instanceof MissingParameterException missing) {
            ArgSpec argument = missing.getMissing().get(0);
            return argument instanceof OptionSpec option
                    ? "The option " + option.longestName() + " needs a value"
                    : "The argument " + argument.paramLabel() + " is missing";
        }
        if (e instanceof OverwrittenOptionException twice && twice.getOverwritten() instanceof OptionSpec option) {
            return "The option " + option.longestName() + " is given twice, give it once";
        }
        return e.getMessage().replaceAll("\\R", " ").replaceAll("[\\s.]+$", "");
    }

    /** A command that failed. */
    int failed(Exception e, CommandLine command, ParseResult parsed) {
        return failed(e);
    }

    /** Something that failed. */
    int failed(Throwable e) {
        Logger log = LoggerFactory.getLogger(Errors.class);
        if (e instanceof StoppedException) {
            terminal.say(e.getMessage());
            return STOPPED;
        }
        if (signal.stopped() || e instanceof CancellationException) {
            // The toolkit, say, does not start while the program ends: whatever fails now does so because of the
            // signal.
            log.info("stopped", e);
            terminal.say("Stopped; nothing half-made was left behind.");
            return STOPPED;
        }
        if (e instanceof SpecException || e instanceof UsageException) {
            terminal.say(e.getMessage());
            return USAGE;
        }
        log.warn("failed", e);
        terminal.say(
                e instanceof IOException
                        ? "Standard output takes no more text; send it to a file with room, or to a program that reads it all."
                        : Failure.sentence(e));
        return FAILURE;
    }
}
