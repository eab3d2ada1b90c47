package collapselab.view;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What every region of the window works with. */
final class Desk {
    private final Lab lab;
    private final Painter painter;
    private final Guard guard;
    private final Look look;
    private final Options options;
    private final Runnable wake;
    private final OwnFiles files = new OwnFiles(this);
    private final StringProperty hint = new SimpleStringProperty("");
    private Facts facts = Facts.NONE;
    private double sharpness = 1;

    /**
     * What distinguishes one window from another.
     *
     * @param exports how files are written
     * @param still nothing on screen may depend on the clock or the machine, as in pictures that are compared
     * @param playing whether the first run plays as soon as it is there
     */
    record Options(Exports exports, boolean still, boolean playing) {}

    Desk(Lab lab, Painter painter, Guard guard, Look look, Options options, Runnable wake) {
        this.lab = lab;
        this.painter = painter;
        this.guard = guard;
        this.look = look;
        this.options = options;
        this.wake = wake;
    }

    Lab lab() {
        return lab;
    }

    Painter painter() {
        return painter;
    }

    /** What keeps the failure of one part from the others. */
    Guard guard() {
        return guard;
    }

    Look look() {
        return look;
    }

    Options options() {
        return options;
    }

    /** How data of the user's come into the window. */
    OwnFiles files() {
        return files;
    }

    /** Has the window look at everything again at the next pulse. */
    void wake() {
        wake.run();
    }

    /** What is read where the mouse is, in words; empty where there is nothing. */
    StringProperty hint() {
        return hint;
    }

    void hint(String text) {
        hint.set(text);
    }

    /** How many pixels are drawn for one of the screen's, along each side. */
    double sharpness() {
        return sharpness;
    }

    /** Has everything drawn with so many pixels for one of the screen's; more than one where a picture is taken. */
    void sharpness(double pixels) {
        sharpness = pixels;
        wake();
    }

    /** What was last read from the run that is shown. */
    Facts facts() {
        return facts;
    }

    void facts(Facts read) {
        facts = read;
    }
}
