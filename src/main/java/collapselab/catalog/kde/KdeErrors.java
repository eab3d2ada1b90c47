package collapselab.catalog.kde;

import collapselab.experiment.ErrorSource;
import collapselab.experiment.ErrorSource.Kind;
import collapselab.experiment.Growth;
import collapselab.experiment.Rounded;
import collapselab.experiment.Setting;
import java.util.List;
import java.util.Map;

/** Which of the three errors are at work in a recursive kernel density estimate. */
final class KdeErrors {
    private KdeErrors() {}

    static List<ErrorSource> of(Setting<KdeParameters> setting, RealData real) {
        return List.of(statistical(setting, real), expressivity(setting, real), approximation(setting, real));
    }

    private static ErrorSource statistical(Setting<KdeParameters> setting, RealData real) {
        int n = setting.protocol().samples();
        if (setting.parameters().infinite()) {
            return new ErrorSource(
                    Kind.STATISTICAL,
                    false,
                    Map.of("statistical", "finite"),
                    "Each generation is the last one's exact density, so the mean stays where it is and every chain is the same.");
        }
        boolean exact = real.mixture().isPresent() && setting.parameters().shrink() == Shrink.NONE;
        return new ErrorSource(
                Kind.STATISTICAL,
                true,
                exact ? Map.of("statistical", "infinite") : Map.of(),
                "n = " + n + " points miss the rest by chance. Under replace each refit moves 1/"
                        + (setting.protocol().growth() == Growth.CONSTANT ? n : "n\u2096")
                        + " of the spread into the drift of the mean, on average exactly.");
    }

    /**
     * Mixtures of kernels of width h hold the real distribution exactly if that is itself smooth at width h: all shapes here are
     * a curve or single points behind normal noise, so they are if h is at most the noise, and else are not.
     */
    private static ErrorSource expressivity(Setting<KdeParameters> setting, RealData real) {
        double c = setting.parameters().bandwidth();
        double h = setting.parameters().bandwidth(setting.protocol().samples());
        boolean on = h > real.noise();
        String noise = Rounded.said(real.noise());
        double per = c / h;
        Map<String, String> flip =
                real.noise() == 0 ? Map.of() : Map.of("bandwidth", Rounded.of(per * real.noise() * (on ? 0.9 : 1.5)));
        String sentence = on
                ? "No mixture of kernels of width h = " + Rounded.said(h)
                        + " has details finer than h, and the real data have"
                        + (real.noise() == 0 ? " single points." : " some of " + noise + ".")
                : "h = " + Rounded.said(h) + " is at most the real data's finest detail, " + noise
                        + ", so some mixture of such kernels equals the real distribution.";
        return new ErrorSource(Kind.EXPRESSIVITY, on, flip, sentence);
    }

    private static ErrorSource approximation(Setting<KdeParameters> setting, RealData real) {
        double c = setting.parameters().bandwidth();
        double added = real.dimension() * c * c / real.variance();
        String sentence = setting.parameters().shrink() == Shrink.NONE
                ? "A kernel on every point is no maximum likelihood fit, it adds h\u00b2 = " + Rounded.said(c * c)
                        + " to the variance of every axis at every fit, with infinite data too: 1 + "
                        + Rounded.said(added)
                        + " t times the real variance under replace."
                : "Fading with N: a kernel on every point adds h\u00b2 = " + Rounded.said(c * c)
                        + " N^(\u22122/5) to the variance of every axis, which sums to a finite amount under accumulate.";
        return new ErrorSource(Kind.APPROXIMATION, true, Map.of(), sentence);
    }
}
