package collapselab.catalog.kde;

import collapselab.experiment.Knob;
import collapselab.experiment.SampleLimit;
import collapselab.experiment.SpecException;

/**
 * Parameters of the recursive kernel density estimate.
 *
 * @param data what the real data are
 * @param bandwidth h, or c where it shrinks; in units of the data, 1e-6 to 1e6
 * @param shrink how h follows the size of the training set
 * @param statistical n samples, or n = infinity
 * @param file a CSV file or drawn points; unused for made data
 * @param columns which columns of a CSV file; empty: all numeric ones
 * @param checksum SHA-256 of the file; empty: whatever it holds
 */
public record KdeParameters(
        @Knob(group = Knob.Group.DATA, label = "Real data", help = "the shape that the first generation is drawn from")
        KdeData data,

        @Knob(
                label = "Bandwidth h",
                help = "standard deviation of the kernel on each point, in units of the data",
                min = 0.01,
                max = 10,
                scale = Knob.Scale.LOG)
        double bandwidth,

        @Knob(label = "Shrinking", help = "whether the bandwidth shrinks as the training set grows")
        Shrink shrink,

        @Knob(
                group = Knob.Group.ERRORS,
                label = "Statistical error",
                help = "n samples, or the limit of infinitely many")
        SampleLimit statistical,

        @Knob(
                group = Knob.Group.DATA,
                label = "File",
                help = "the real points, one a line",
                when = "data=csv,drawn",
                file = true)
        String file,

        @Knob(
                group = Knob.Group.DATA,
                label = "Columns",
                help = "one to three, by name or number, with commas; empty: all numeric ones",
                when = "data=csv")
        String columns,

        @Knob(
                group = Knob.Group.DATA,
                label = "Checksum",
                help = "SHA-256 of the file, so that a run is never of other data",
                when = "data=csv,drawn",
                follows = "data=csv,drawn")
        String checksum) {
    public KdeParameters {
        if (!(bandwidth >= 1e-6 && bandwidth <= 1e6)) {
            throw new SpecException(
                    "bandwidth=" + bandwidth + " is out of range: use a number above 0, from 0.000001 to 1000000.");
        }
    }

    /** h for a training set of some size. */
    double bandwidth(double size) {
        return shrink.bandwidth(bandwidth, size);
    }

    boolean infinite() {
        return statistical == SampleLimit.INFINITE;
    }
}
