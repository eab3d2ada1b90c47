package collapselab.app;

import collapselab.app.RandomCommand.Outcome;
import collapselab.experiment.DataRegime;
import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says what is wrong with the outcome of a command line: nothing, as a rule. */
final class RandomCommandJudge {
    /** What nobody should ever read; what the user wrote is not held against the program. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "\\w+Exception|\\w+Error\\b|(?m)^\\s+at \\w+\\.|Something went wrong|\\bNaN\\b|Infinity|\u221e\u221e");

    private static final int STOPPED = 130;

    /** A command that ends within so many seconds need not be one that can be stopped. */
    private static final double LONGEST = 20;

    private final List<Experiment<?, ?>> catalog;
    private final double patience;

    /**
     * A judge.
     *
     * @param catalog the experiments
     * @param patience within so many seconds a command ends that is stopped
     */
    RandomCommandJudge(List<Experiment<?, ?>> catalog, double patience) {
        this.catalog = catalog;
        this.patience = patience;
    }

    /** All that is wrong. */
    List<String> faults(RandomCommand command, Outcome outcome) {
        List<String> faults = new ArrayList<>();
        if (outcome.stopped() && outcome.ending() > patience && outcome.seconds() > LONGEST) {
            faults.add("took " + outcome.seconds() + " s, " + outcome.ending() + " of them after it was stopped");
        }
        if (!(Set.of(0, 1, 2).contains(outcome.code()) || (outcome.stopped() && outcome.code() >= STOPPED))) {
            faults.add("exit code " + outcome.code());
        }
        texts(command, outcome, faults);
        boolean runs = !command.words().isEmpty()
                && command.words().get(0).equals("run")
                && !command.spec().isEmpty();
        if (outcome.code() == 0 && runs && !outcome.files().containsValue(RandomCommand.LARGE)) {
            rows(command, outcome, faults);
        } else if (outcome.code() != 0) {
            sentence(command, outcome, faults);
        }
        return faults;
    }

    private static void texts(RandomCommand command, Outcome outcome, List<String> faults) {
        List<String> texts = new ArrayList<>(List.of(outcome.out(), outcome.err()));
        texts.addAll(outcome.files().values());
        String said = String.join(" ", command.words());
        for (String text : texts) {
            Matcher found = FORBIDDEN.matcher(text);
            while (found.find()) {
                if (!said.contains(found.group())) {
                    int from = Math.max(0, found.start() - 100);
                    faults.add("says " + text.substring(from, Math.min(text.length(), found.end() + 60)));
                    break;
                }
            }
        }
    }

    /** Lines on standard error, without what was taken of a file. */
    private static Stream<String> said(Outcome outcome) {
        return outcome.err().lines().filter(line -> !line.startsWith("Real data: "));
    }

    /** One sentence, and no file where the command line was wrong. */
    private static void sentence(RandomCommand command, Outcome outcome, List<String> faults) {
        List<String> lines = said(outcome).filter(line -> !line.isBlank()).toList();
        if (!command.spec().isEmpty() && lines.size() != 1 && !command.words().contains("--verdicts")) {
            faults.add(lines.size() + " lines on standard error");
        }
        if (lines.isEmpty() || !lines.get(lines.size() - 1).endsWith(".")) {
            faults.add("no sentence on standard error");
        }
        if (outcome.code() == 2 && !(outcome.files().isEmpty() && outcome.out().isEmpty())) {
            faults.add("refused, yet wrote " + outcome.files().keySet() + outcome.out());
        }
    }

    private void rows(RandomCommand command, Outcome outcome, List<String> faults) {
        List<String> words = command.words();
        String seeds = option(words, "--seeds");
        String spec = command.spec();
        RunSpec<?> run = RunSpec.parse(
                seeds == null ? spec : spec + (spec.indexOf('?') < 0 ? "?" : "&") + "seeds=" + seeds, catalog);
        String at = option(words, "--at");
        Set<String> expected = expected(run, at);
        String csv = option(words, "--csv");
        String json = option(words, "--json");
        if (csv != null || json == null) {
            csv(run, text(csv, outcome), expected, faults);
        }
        if (json != null) {
            json(text(json, outcome), expected, faults);
        }
        if (words.contains("--verdicts")) {
            long verdicts =
                    (long) run.regimes().size() * run.experiment().metrics().size();
            if (said(outcome).count() != verdicts) {
                faults.add(said(outcome).count() + " verdicts of " + verdicts);
            }
        }
    }

    private static String text(String file, Outcome outcome) {
        return file == null || file.equals("-")
                ? outcome.out()
                : outcome.files().getOrDefault(file, "");
    }

    private static String option(List<String> words, String name) {
        int at = words.indexOf(name);
        return at < 0 ? null : words.get(at + 1);
    }

    private static Set<String> expected(RunSpec<?> run, String at) {
        Set<Integer> generations = new HashSet<>();
        if (at == null) {
            for (int g = 0; g < run.protocol().generations(); g++) {
                generations.add(g);
            }
        } else {
            Arrays.stream(at.split(",", -1)).forEach(g -> generations.add(Integer.valueOf(g.strip())));
        }
        Set<String> rows = new HashSet<>();
        for (DataRegime regime : run.regimes()) {
            for (long c = 0; c < run.protocol().seeds(); c++) {
                for (int g : generations) {
                    rows.add(regime.text() + " " + (run.protocol().seed() + c) + " " + g);
                }
            }
        }
        return rows;
    }

    private static void csv(RunSpec<?> run, String text, Set<String> expected, List<String> faults) {
        boolean named = run.regimes().size() > 1;
        Set<String> found = new HashSet<>();
        List<String> rows =
                text.lines().filter(line -> !line.startsWith("#")).skip(1).toList();
        int columns = (named ? 3 : 2) + run.experiment().metrics().size();
        for (String row : rows) {
            String[] cells = row.split(",", -1);
            found.add((named ? cells[0] + " " : run.regimes().get(0).text() + " ") + cells[named ? 1 : 0] + " "
                    + cells[named ? 2 : 1]);
            if (cells.length != columns) {
                faults.add("cells: " + row);
            }
        }
        if (!found.equals(expected) || rows.size() != expected.size()) {
            faults.add(rows.size() + " rows of CSV, not " + expected.size());
        }
    }

    private static void json(String text, Set<String> expected, List<String> faults) {
        try {
            JsonNode rows = new ObjectMapper().readTree(text).get("rows");
            Set<String> found = new HashSet<>();
            rows.forEach(row -> found.add(row.get("regime").asText() + " "
                    + row.get("seed").asText() + " " + row.get("generation").asText()));
            if (!found.equals(expected) || rows.size() != expected.size()) {
                faults.add(rows.size() + " rows of JSON, not " + expected.size());
            }
        } catch (JsonProcessingException e) {
            faults.add("no JSON: " + e.getMessage());
        }
    }
}
