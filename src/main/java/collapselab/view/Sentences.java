package collapselab.view;

import collapselab.experiment.Choice;
import collapselab.experiment.DataRegime;
import collapselab.experiment.Growth;
import collapselab.experiment.Protocol;
import collapselab.experiment.RealSource;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Schema;
import collapselab.session.Averages;
import collapselab.session.Balance;
import collapselab.session.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What the window says about a run, written from its numbers. */
final class Sentences {
    private Sentences() {}

    /** What is computed. */
    static String headline(RunSpec<?> spec) {
        Protocol protocol = spec.protocol();
        boolean grows = protocol.growth() != Growth.CONSTANT && !infinite(spec);
        String who =
                spec.experiment().title() + (grows ? ": generation t learns from " : ": each generation learns from ");
        String n = samples(spec);
        if (protocol.real() >= 1) {
            return who + n + " real samples";
        }
        String real = "";
        if (protocol.realSamples() > 0) {
            real = ", " + percent(protocol.real()) + " of them "
                    + switch (protocol.realSource()) {
                        case FRESH -> "fresh real data";
                        case KEPT -> "the same real data";
                        case REDRAWN -> "original data drawn anew";
                    };
        }
        return who + n + " samples of the last" + real;
    }

    /** Whether a run is of the limit of infinitely many samples. */
    private static boolean infinite(RunSpec<?> spec) {
        return spec.names().contains("statistical") && spec.text("statistical").equals("infinite");
    }

    /** How many samples a generation learns from, in words that "samples" follows. */
    private static String samples(RunSpec<?> spec) {
        String n = Numbers.whole(spec.protocol().samples());
        if (infinite(spec)) {
            return "infinitely many";
        }
        return switch (spec.protocol().growth()) {
            case CONSTANT -> n;
            case LINEAR -> "t times " + n;
            case SUPERLINEAR -> "t√t times " + n;
        };
    }

    /** How large a batch is, as it grows, as a formula. */
    private static String batch(RunSpec<?> spec) {
        String n = Numbers.whole(spec.protocol().samples());
        if (infinite(spec)) {
            return "∞";
        }
        return switch (spec.protocol().growth()) {
            case CONSTANT -> n;
            case LINEAR -> n + "·t";
            case SUPERLINEAR -> n + "·t√t";
        };
    }

    static String percent(double fraction) {
        return Numbers.value(100 * fraction) + " %";
    }

    /**
     * The numbers of what is shown.
     *
     * @param data where the real data come from
     */
    static String numbers(RunSpec<?> spec, int generation, String data) {
        Protocol protocol = spec.protocol();
        List<String> parts = new ArrayList<>();
        parts.add("n = " + batch(spec));
        String last = Numbers.whole(protocol.generations() - 1L);
        parts.add(
                generation < 0
                        ? Numbers.whole(protocol.generations()) + " generations"
                        : "generation " + Numbers.whole(generation) + " of " + last);
        parts.add(
                protocol.seeds() == 1
                        ? "one chain, seed " + protocol.seed()
                        : Numbers.whole(protocol.seeds()) + " chains, seeds " + protocol.seed() + "–"
                                + (protocol.seed() + protocol.seeds() - 1));
        parts.add("real data: " + brief(spec, data));
        return String.join("  ·  ", parts);
    }

    /** Where the real data come from, without sizes and check sums, and without the folder of a file. */
    private static String brief(RunSpec<?> spec, String data) {
        String file = spec.names().contains("file") ? spec.text("file") : "";
        String named = file.isEmpty()
                ? data
                : data.replace(file, String.valueOf(Path.of(file).getFileName()));
        int details = named.lastIndexOf(" (");
        return details < 0 || !named.endsWith(")") ? named : named.substring(0, details);
    }

    /** What the bands and lines of a chart are. */
    static String legend(RunSpec<?> spec) {
        int seeds = spec.protocol().seeds();
        return seeds == 1 ? "one chain" : "median, 5–95 %, one of " + Numbers.whole(seeds);
    }

    /** What the curves of earlier settings are called: by what was different, where that is one thing. */
    static String before(RunSpec<?> old, RunSpec<?> now) {
        List<String> different = now.meaningful().stream()
                .filter(name -> !old.text(name).equals(now.text(name)))
                .toList();
        return different.size() == 1 ? "before: " + said(old, different.get(0)) : "before";
    }

    /**
     * How far mean and median are apart.
     *
     * @param who the panel; empty where there is one only
     */
    static String averages(Averages averages, String who) {
        boolean below = averages.below() >= averages.above();
        double side = Math.rint(100 * Math.max(averages.below(), averages.above()));
        String of = who.isEmpty() ? "" : " (" + who + ")";
        return (averages.apart() ? "The mean lies" : "Mean beside median") + of + ": mean "
                + Numbers.value(averages.mean()) + ", median " + Numbers.value(averages.median()) + "; "
                + Numbers.whole((long) side) + " % of chains lie " + (below ? "below" : "above") + " the mean.";
    }

    /** Where the variance is, and what it adds up to. */
    static String balance(Balance balance) {
        return "spread " + hundredths(balance.spread()) + " + drift " + hundredths(balance.drift()) + " = "
                + hundredths(balance.sum()) + " (law " + Numbers.value(balance.total()) + ")";
    }

    /** Two digits behind the point, so that a sum can be checked by eye; more for what is small. */
    private static String hundredths(double value) {
        return Math.abs(value) >= 0.095 && Math.abs(value) < 1e4
                ? String.format(Locale.ROOT, "%.2f", value).replace('-', '−')
                : Numbers.value(value);
    }

    /** Author and year of a citation. */
    static String paper(String citation) {
        int comma = citation.indexOf(" et al.");
        String author = comma > 0 ? citation.substring(0, comma) : citation.split("[:.]", 2)[0];
        String first = author.contains(",") ? author.substring(0, author.indexOf(',')) : author;
        java.util.regex.Matcher year =
                java.util.regex.Pattern.compile("\\((\\d{4})\\)").matcher(citation);
        return first + " et al." + (year.find() ? " " + year.group(1) : "");
    }

    /** What a real fraction from this source is. */
    static String source(RealSource source, Protocol protocol) {
        return protocol.realSamples() == 0 ? "No real data after generation 0." : capital(source.help()) + ".";
    }

    /** A name inside a sentence: its first letter small, unless it is one of several capitals or stands alone. */
    static String small(String text) {
        boolean word = text.length() > 1 && Character.isLowerCase(text.charAt(1));
        return word ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** What a run will cost here, for each regime; empty where only computing tells. */
    static <P extends Record> Optional<String> cost(RunSpec<P> spec) {
        double seconds = 0;
        long bytes = 0;
        List<String> parts = new ArrayList<>();
        for (DataRegime regime : spec.regimes()) {
            OptionalDouble each = spec.experiment().seconds(spec.setting(regime));
            if (each.isPresent()) {
                long working = spec.experiment().cost(spec.setting(regime)).working();
                seconds += each.getAsDouble();
                bytes += working;
                parts.add(regime.label() + " " + Numbers.duration(each.getAsDouble()) + ", " + Numbers.bytes(working));
            }
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        String sum = "About " + Numbers.duration(seconds) + " and " + Numbers.bytes(bytes) + " of memory here";
        return Optional.of(parts.size() == 1 ? sum + "." : sum + ": " + String.join("; ", parts) + ".");
    }

    /** What distinguishes a run from how its experiment opens. */
    static String difference(RunSpec<?> spec) {
        RunSpec<?> plain = RunSpec.opening(spec.experiment());
        String parts = spec.meaningful().stream()
                .filter(name -> !spec.follows(name))
                .filter(name -> !spec.text(name).equals(plain.text(name)))
                .map(name -> said(spec, name))
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? "defaults" : parts;
    }

    /** A parameter as it is set, in words. */
    private static String said(RunSpec<?> spec, String name) {
        Protocol protocol = spec.protocol();
        return switch (name) {
            case "samples" -> "n = " + Numbers.whole(protocol.samples());
            case "generations" -> Numbers.whole(protocol.generations()) + " generations";
            case "real" -> percent(protocol.real()) + " real";
            case "seed" -> "seed " + protocol.seed();
            case "seeds" -> protocol.seeds() == 1 ? "one chain" : Numbers.whole(protocol.seeds()) + " chains";
            case "regime" -> spec.regimes().stream().map(DataRegime::label).collect(Collectors.joining(" and "));
            case "file" -> String.valueOf(Path.of(spec.text(name)).getFileName());
            default ->
                spec.field(name).map(field -> said(field, spec.text(name))).orElse(spec.text(name));
        };
    }

    /** A parameter of an experiment's own as it is set, in words. */
    static String said(Schema.Field field, String text) {
        Optional<Choice> choice = field.choices().stream()
                .filter(each -> each.text().equals(text))
                .findFirst();
        return choice.map(each -> small(each.label()))
                .orElseGet(() -> small(field.knob().label()) + " " + text);
    }

    /** What a run is doing. */
    static String state(Run run) {
        return switch (run.state()) {
            case WAITING -> "Preparing";
            case RUNNING -> "Computing";
            case PAUSED -> "Paused";
            case DONE -> "Computed";
            case CANCELLED -> "Cancelled";
            case FAILED -> "Failed";
        };
    }

    /** What is asked before a run that will take long. */
    static String question(Run run) {
        return "These settings take about " + Numbers.duration(run.expected())
                + " of computing here. Go on, or change them.";
    }

    /** Why a panel has nothing to show yet while another one computes. */
    static String turn(DataRegime first) {
        return "Generation 0 follows that of " + first.label() + " …";
    }

    /** What closing the window would lose of a run that is not finished. */
    static String loss(Run run) {
        int all = run.spec().protocol().generations();
        String generations = Numbers.whole(run.computed()) + " of " + Numbers.whole(all) + " generations";
        return run.spec().experiment().title() + " has computed for " + Numbers.duration(run.worked()) + ": "
                + (run.computed() == 0 ? "all of that" : generations) + " would be lost.";
    }

    /** A failure, with what to do. */
    static String failure(Run run) {
        return run.failure().orElse("The run failed.") + " Change a setting, or press Run to try again.";
    }
}
