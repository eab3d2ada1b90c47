package collapselab.catalog.vocabulary;

import collapselab.experiment.Choice;

/** How often the real words occur. */
public enum Distribution implements Choice {
    /** All equally often. */
    UNIFORM("Uniform", "all words equally often"),
    /** Zipf and Mandelbrot's: p in proportion to 1 / (rank + b)^a. */
    ZIPF("Zipf", "p \u221d 1/(rank + b)\u1d43, as in natural language"),
    /** One word of a given share; the others share the rest. */
    RARE("One rare word", "one word of a given share, the others share the rest equally"),
    /** Those of a text. */
    TEXT("Text", "the words of a text file, the most frequent ones");

    private final Words words;

    Distribution(String label, String help) {
        words = new Words(label, help);
    }

    @Override
    public Words words() {
        return words;
    }
}
