package collapselab.experiment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a parameter, once, on a component of a parameter record: {@link Schema} makes controls, specs, checks and help
 * of it. The knob's range is what is sensible on a slider; the record's constructor refuses what is impossible.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Knob {
    /** How a scale is divided. */
    enum Scale {
        LINEAR,
        LOG
    }

    /** What belongs together on screen. */
    enum Group {
        /** What everybody comes for: always in sight. */
        ESSENTIAL(""),
        REAL("Where real data come from"),
        DATA("Shape of the data"),
        FIT("How it is fitted"),
        ERRORS("Sources of error"),
        CHAINS("Chains and theory");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        /** The heading; empty where there is none. */
        public String title() {
            return title;
        }
    }

    /** What the screen calls it. */
    String label();

    /** What it stands with on screen. */
    Group group() default Group.FIT;

    /** What it does, in one line. */
    String help();

    /** Lower end of the slider; unused for choices. */
    double min() default 0;

    /** Upper end of the slider; unused for choices. */
    double max() default 1;

    /** How the slider is divided. */
    Scale scale() default Scale.LINEAR;

    /** Unit behind the number, such as {@code %}; may be empty. */
    String unit() default "";

    /** Whether a text names a file. */
    boolean file() default false;

    /**
     * Where the parameter means something: {@code data=csv,drawn} where {@code data} is one of these, {@code real!=0} where
     * {@code real} is not 0; all of several. Empty: everywhere.
     */
    String[] when() default {};

    /** Where its value follows from a file, in the same words: it is written and checked, but not set by hand. */
    String[] follows() default {};
}
