package collapselab.experiment;

import collapselab.plot.Role;

/** What becomes of a generation's batch of n samples when the next model is trained. */
public enum DataRegime implements Choice {
    /** Only the newest batch is trained on. */
    REPLACE(
            "Replace",
            "every sample thrown away",
            Role.REPLACE,
            "Shumailov et al., Nature 631:755-759 (2024), doi 10.1038/s41586-024-07566-y"),
    /** All batches are trained on: the pool grows by n each generation. */
    ACCUMULATE(
            "Accumulate",
            "all data kept, new added",
            Role.ACCUMULATE,
            "Gerstgrasser, Schaeffer et al., arXiv:2404.01413 (2024)"),
    /** All batches are kept, and n points of the pool are drawn at random, without replacement. */
    SUBSAMPLE(
            "Subsample",
            "all data kept, n drawn at random",
            Role.SUBSAMPLE,
            "Kazdan, Schaeffer et al., arXiv:2410.16713 (2024)"),
    /** As many samples as accumulate has, but all from the last model. */
    REPLACE_MULTIPLE(
            "Replace, t·n",
            "t n new samples, all old thrown away",
            Role.REPLACE_MULTIPLE,
            "Gerstgrasser, Schaeffer et al., arXiv:2404.01413 (2024), appendix E");

    private final Words words;
    private final Role role;
    private final String citation;

    DataRegime(String label, String help, Role role, String citation) {
        words = new Words(label, help);
        this.role = role;
        this.citation = citation;
    }

    /** How many samples are made for a generation. */
    public int batch(Protocol protocol, int generation) {
        return this == REPLACE_MULTIPLE
                ? (int) Math.min(Integer.MAX_VALUE, protocol.total(generation))
                : protocol.samples(generation);
    }

    /** Whether it can be run by this protocol: real data that are kept or redrawn cannot feed batches that grow. */
    public boolean allows(Protocol protocol) {
        boolean grows = this == REPLACE_MULTIPLE || protocol.growth() != Growth.CONSTANT;
        return !grows || protocol.realSource() == RealSource.FRESH || protocol.real() == 0;
    }

    /** How many samples a generation's model is trained on. */
    public long trained(Protocol protocol, int generation) {
        return switch (this) {
            case REPLACE, SUBSAMPLE -> protocol.samples(generation);
            case ACCUMULATE, REPLACE_MULTIPLE -> protocol.total(generation);
        };
    }

    /** How many samples the first g models are trained on, all together, for g from 0 to all. */
    public double[] work(Protocol protocol) {
        double[] work = new double[protocol.generations() + 1];
        double total = 0;
        for (int g = 0; g < protocol.generations(); g++) {
            total += protocol.samples(g);
            work[g + 1] = work[g] + (this == ACCUMULATE || this == REPLACE_MULTIPLE ? total : protocol.samples(g));
        }
        return work;
    }

    @Override
    public String text() {
        return Choice.super.text().replace('_', '-');
    }

    @Override
    public Words words() {
        return words;
    }

    /** What its data stand for in every plot. */
    public Role role() {
        return role;
    }

    /** The paper that studies it. */
    public String citation() {
        return citation;
    }
}
