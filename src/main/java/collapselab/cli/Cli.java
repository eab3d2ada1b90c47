package collapselab.cli;

import collapselab.session.StopSignal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The command line. */
@Command(
        name = "collapse-lab",
        description = {
            "A laboratory for model collapse: what happens when generative models train on their own output.",
            "Without a command it opens its window or, where there is no display, shows its main job in files."
        },
        versionProvider = Cli.Version.class)
public final class Cli implements Callable<Integer> {
    /** The only option besides a command: files instead of the window. */
    public static final String OFF_SCREEN = "--off-screen";

    private final Call call;

    @Option(names = OFF_SCREEN, description = "Show the main job in files even where there is a display.")
    private boolean offScreen;

    private Cli(Call call) {
        this.call = call;
    }

    /**
     * Runs a command line.
     *
     * @param arguments the words after the program's name
     * @param terminal where it was called
     * @param lab what it works with
     * @param signal what stops it
     * @return the exit code: 0 well, 1 a failure, 2 wrong usage, 130 stopped
     */
    public static int run(String[] arguments, Terminal terminal, Lab lab, StopSignal signal) {
        Errors errors = new Errors(terminal, signal);
        Call call = new Call(terminal, lab, signal);
        CommandLine commands = commands(call);
        PrintWriter out = new PrintWriter(terminal.out(), false, StandardCharsets.UTF_8);
        commands.setOut(out)
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler(errors::misread)
                .setExecutionExceptionHandler(errors::failed);
        try {
            return commands.execute(arguments);
        } catch (Error e) {
            return errors.failed(e);
        } finally {
            out.flush();
        }
    }

    private static CommandLine commands(Call call) {
        CommandLine data = new CommandLine(new DataCommand());
        data.addSubcommand(standard(new CommandLine(new DataCommand.Fetch(call))));
        CommandLine commands = new CommandLine(new Cli(call))
                .addSubcommand(new CommandLine(new ListCommand(call)))
                .addSubcommand(new CommandLine(new RunCommand(call)))
                .addSubcommand(new CommandLine(new ScreenshotCommand(call)))
                .addSubcommand(data)
                .addSubcommand(new CommandLine(new DoctorCommand(call)));
        commands.getSubcommands().values().forEach(Cli::standard);
        commands.getCommandSpec()
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Say the version.")
                        .build());
        commands.registerConverter(Path.class, Cli::path);
        return standard(commands);
    }

    /** A file or folder that the user named. */
    private static Path path(String name) {
        if (name.isBlank()) {
            throw new TypeConversionException("\"" + name + "\" is no name of a file or folder");
        }
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("\"" + name + "\" cannot be the name of a file here");
        }
    }

    /** Every command knows its help. */
    private static CommandLine standard(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Explain this command.")
                        .build());
        return command;
    }

    @Override
    public Integer call() throws IOException {
        String why = offScreen ? "As asked for," : "There is no display, so";
        call.terminal().print(why + " Collapse Lab shows its main job in files; this takes a minute or two.\n");
        new Showcase(call).run();
        return 0;
    }

    /** Says the version. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"collapse-lab " + Build.read().version()};
        }
    }
}
