package collapselab.kernel.data;

/**
 * A set of digits to learn from and a set to judge by.
 *
 * @param name what to call it on screen: "MNIST" or "drawn digits, not MNIST"
 * @param mnist whether this is MNIST
 * @param train the examples to learn from
 * @param test the examples to judge by, none of them among the first
 * @param provenance where it is from, one line for the head of an export
 */
public record DigitData(String name, boolean mnist, LabelledImages train, LabelledImages test, String provenance) {}
