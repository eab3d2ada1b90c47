package collapselab.catalog.digits;

import collapselab.kernel.Progress;
import collapselab.kernel.neural.Training;
import collapselab.kernel.neural.Vae;
import collapselab.kernel.neural.VaeWeights;
import collapselab.kernel.random.Purpose;
import collapselab.kernel.random.Randomness;

/** How fast networks train on this machine: measured, in multiply-adds a second, by a short trial and then by every fit. */
final class Pace {
    private static final int TRIAL_IMAGES = 128 * 24;

    private double speed;

    /** Multiply-adds to train on one image: forward, and twice that backward. */
    private static double work(DigitsParameters parameters) {
        double h = parameters.hidden();
        return 3 * (2.0 * DigitsParameters.PIXELS * h + 3.0 * h * parameters.latent());
    }

    /** Remembers how long a fit took. */
    synchronized void trained(DigitsParameters parameters, long images, long nanoseconds) {
        speed = images * work(parameters) / (nanoseconds * 1e-9);
    }

    /** Seconds that training on some images takes, all epochs counted. */
    synchronized double seconds(DigitsParameters parameters, double images) {
        if (speed == 0) {
            speed = trial(parameters);
        }
        return images * work(parameters) / speed;
    }

    /** Trains on noise for a moment; the second of two rounds counts, when everything is loaded and compiled. */
    private static double trial(DigitsParameters parameters) {
        byte[] pixels = new byte[TRIAL_IMAGES * DigitsParameters.PIXELS];
        var random = new Randomness(0).stream(0, Purpose.FIT);
        random.nextBytes(pixels);
        Training plan = new Training(1, parameters.batch(), parameters.learningRate());
        long took = 0;
        try (Vae vae = Vae.open(parameters.shape(), parameters.batch())) {
            VaeWeights start = VaeWeights.random(parameters.shape(), random);
            for (int round = 0; round < 2; round++) {
                long began = System.nanoTime();
                vae.train(start, pixels, TRIAL_IMAGES, plan, random, Progress.NONE);
                took = System.nanoTime() - began;
            }
        }
        return TRIAL_IMAGES * work(parameters) / (took * 1e-9);
    }
}
