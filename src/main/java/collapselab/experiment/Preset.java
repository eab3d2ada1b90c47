package collapselab.experiment;

/**
 * A setting of an experiment that is worth a button.
 *
 * @param name what stands on the button, two words or three
 * @param help what it shows, without a full stop
 * @param changes what it changes of the experiment's opening, such as {@code samples=10&regime=replace}
 */
public record Preset(String name, String help, String changes) {
    /** Of experiments that can be computed without sampling. */
    public static final Preset INFINITE =
            new Preset("n = ∞", "as with infinitely many samples: nothing is left to chance", "statistical=infinite");

    public static final Preset TENTH_REAL =
            new Preset("10 % real", "a tenth of each generation's data is real", "real=0.1");

    public static final Preset KEEP = new Preset(
            "Keep all data", "models are trained on all data so far, real and generated", "regime=accumulate");
}
