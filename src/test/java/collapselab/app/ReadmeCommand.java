package collapselab.app;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call of this program in a README: a line of a block that is fenced as {@code sh}, whose first word, after settings of
 * environment variables, is {@code collapse-lab} or a path to it.
 *
 * @param line the line, continuations joined
 * @param arguments the words after the program's name, without quotes and redirections
 */
record ReadmeCommand(String line, List<String> arguments) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(?:sh|bash|shell)\\s*$(.*?)^```\\s*$");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    ReadmeCommand {
        arguments = List.copyOf(arguments);
    }

    /** All calls in a text. */
    static List<ReadmeCommand> in(String markdown) {
        List<ReadmeCommand> commands = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(markdown);
        while (blocks.find()) {
            blocks.group(1).replaceAll("\\\\\\R\\s*", "").lines().forEach(line -> read(line.strip(), commands));
        }
        return commands;
    }

    private static void read(String line, List<ReadmeCommand> commands) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()
                && !matcher.group().startsWith("#")
                && !matcher.group().matches("[|>;&].*")) {
            String quoted = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            words.add(quoted == null ? matcher.group(3) : quoted);
        }
        while (!words.isEmpty()
                && (words.get(0).matches("[A-Z_]+=.*") || words.get(0).equals("$"))) {
            words.remove(0);
        }
        if (!words.isEmpty() && words.get(0).matches("(.*/)?collapse-lab(\\.bat)?")) {
            commands.add(new ReadmeCommand(line, words.subList(1, words.size())));
        }
    }
}
