package collapselab.kernel.neural;

/** What a decoder makes of the pixel means it computes. */
public enum Output {
    /** The mean of every pixel, rounded to the nearest byte. */
    MEAN,
    /** A draw for every pixel: white (255) with the mean as its probability, black (0) otherwise. */
    BERNOULLI
}
