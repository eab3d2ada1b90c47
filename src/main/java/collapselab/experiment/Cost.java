package collapselab.experiment;

/**
 * What a panel of a run takes.
 *
 * @param working bytes that a block of chains takes at its peak, beside what is recorded of it
 * @param snapshot bytes of the numbers that the snapshot of one generation holds, at most
 * @param outline how many numbers a chain is drawn from as an outline
 * @param growing whether a generation takes the longer, the more samples its model is trained on; else all take as long
 */
public record Cost(long working, long snapshot, int outline, boolean growing) {
    /** Of a panel that draws one chain alone. */
    public Cost(long working, long snapshot, boolean growing) {
        this(working, snapshot, 0, growing);
    }
}
