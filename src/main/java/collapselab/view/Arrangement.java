package collapselab.view;

/**
 * Which parts of the window are shown and how large they are: a pure function of the window's size, the text size and what the
 * user wishes. There are two layouts, the desk with its columns, and the stage for the back row, which is also what is left of
 * the desk where the text is so large that the panels would fall under half of the centre.
 *
 * @param stage whether it is the stage: title, panels, one chart, transport
 * @param wished whether the stage was asked for, and not forced by the text size
 * @param em height of the base text in the window's units
 * @param left width of the column of experiments; 0 where it is folded
 * @param right width of the column of settings; 0 where it is folded
 * @param charts whether there may be charts under the panels
 * @param summaries whether each experiment in the list has its line
 * @param height of the window
 */
record Arrangement(
        boolean stage,
        boolean wished,
        double em,
        double left,
        double right,
        boolean charts,
        boolean summaries,
        double height) {
    /** What can be folded away. */
    enum Part {
        EXPERIMENTS,
        SETTINGS,
        CHARTS
    }

    /**
     * Heights of the rows of the centre.
     *
     * @param title of what is said over the panels
     * @param panels of all panels together
     * @param charts of the charts; 0 where they have no room
     */
    record Rows(double title, double panels, double charts) {}

    /** At this base text the smallest type of the stage, that of ticks, is 24 high in a window of 1920x1080. */
    private static final double STAGE_EM = 28.8;

    private static final double STAGE_WIDTH = 1920;
    private static final double STAGE_HEIGHT = 1080;

    /** In smaller windows the type of the stage shrinks with them, but not below this part of it. */
    private static final double STAGE_LEAST = 0.8;

    /** Widths of the side columns, in heights of the base text, and the parts of the window that they take at most. */
    private static final double LEFT = 17.6;

    private static final double RIGHT = 23;
    private static final double LEFT_MOST = 0.22;
    private static final double RIGHT_MOST = 0.29;
    private static final double OPENED_MOST = 0.5;

    /** What the desk needs, in heights of the base text: with less, panels would fall under half of the centre. */
    private static final double DESK_HEIGHT = 45;

    private static final double DESK_WIDTH = 60;
    private static final double DESK_CENTRE = 34;

    /** From this height on, in heights of the base text, each experiment in the list has its line. */
    private static final double SUMMARIES = 60;

    /** The panels' part of the centre, between a low one and a high one, whose heights are in heights of the base text. */
    private static final double PANELS_LOW = 0.52;

    private static final double PANELS_HIGH = 0.565;
    private static final double LOW = 46;
    private static final double HIGH = 60;

    /** The panels' least part of the centre, whatever else there is to show. */
    private static final double HALF = 0.5;

    /** The cards' part of the window on the stage, and where only large text has led to it. */
    private static final double CARDS = 0.606;

    private static final double CARDS_AT_DESK = 0.55;

    /** A row of charts lower than this, in heights of the base text, shows nothing. */
    private static final double CHARTS_LEAST = 9.5;

    private static final double STAGE_CHARTS_LEAST = 5;

    /** Four panels narrower than this, in heights of the base text, stand in two rows if they are larger so. */
    private static final double NARROW = 11;

    private static final double STAGE_NARROW = 14;

    /** Narrower than this, in heights of the base text, a panel shows nothing. */
    private static final double PANEL_LEAST = 5.4;

    /** What a panel has around its picture, in heights of the base text, and what a picture's height counts beside its width. */
    private static final double RIM = 1.9;

    private static final double HEAD = 3.4;
    private static final double TALL = 1.5;

    /** Decides for a window. */
    static Arrangement of(double width, double height, double textSize, Wishes wishes) {
        double scale = Math.max(STAGE_LEAST, Math.min(width / STAGE_WIDTH, height / STAGE_HEIGHT));
        double em = wishes.stage() ? Math.max(textSize, STAGE_EM * scale) : textSize;
        double left = wishes.shows(Part.EXPERIMENTS, false) ? Math.min(LEFT * em, LEFT_MOST * width) : 0;
        double right = wishes.shows(Part.SETTINGS, false) ? Math.min(RIGHT * em, RIGHT_MOST * width) : 0;
        boolean fits =
                height >= DESK_HEIGHT * em && width >= DESK_WIDTH * em && width - left - right >= DESK_CENTRE * em;
        boolean stage = wishes.stage() || !fits;
        if (stage) {
            left = wishes.shows(Part.EXPERIMENTS, true) ? Math.min(LEFT * em, OPENED_MOST * width) : 0;
            right = wishes.shows(Part.SETTINGS, true) ? Math.min(RIGHT * em, OPENED_MOST * width) : 0;
        }
        return new Arrangement(
                stage,
                wishes.stage(),
                em,
                Math.rint(left),
                Math.rint(right),
                wishes.shows(Part.CHARTS, stage),
                height >= SUMMARIES * em,
                height);
    }

    /** What the centre leaves free at its left and right. */
    double side() {
        return Math.rint((stage ? 1.2 : 1.3) * em);
    }

    /** What the centre leaves free over its title. */
    double above() {
        return Math.rint((stage ? 0.3 : 1.1) * em);
    }

    /** What the centre leaves free under its last row. */
    double below() {
        return Math.rint((stage ? 0.6 : 1.1) * em);
    }

    /** What lies between cards. */
    double gap() {
        return Math.rint((stage ? 0.62 : 0.92) * em);
    }

    /** The title's height on the stage, where it is one line. */
    double stageTitle() {
        return 2.3 * em;
    }

    /**
     * Shares out the centre: never less than half of it for the panels.
     *
     * @param width of the centre
     * @param height of the centre
     * @param wanted what the title would take
     * @param panels how many there are
     */
    Rows rows(double width, double height, double wanted, int panels) {
        double most = height * (1 - HALF) - above() - below() - gap();
        double title = Math.rint(Math.max(0, Math.min(wanted, most)));
        double free = height - above() - title - gap() - below();
        double rest = Math.floor(free - gap() - Math.max(HALF * height, aim(width, height, panels)));
        if (!charts || rest < (stage ? STAGE_CHARTS_LEAST : CHARTS_LEAST) * em || twoRows(width, free, panels)) {
            return new Rows(title, free, 0);
        }
        return new Rows(title, free - gap() - rest, rest);
    }

    /** How high the panels should be. */
    private double aim(double width, double height, int panels) {
        if (stage) {
            double cards = width - 2 * side() - (panels - 1) * gap();
            return (wished ? CARDS : CARDS_AT_DESK) * this.height * width / Math.max(1, cards);
        }
        double part = Math.max(0, Math.min(1, (height / em - LOW) / (HIGH - LOW)));
        return (PANELS_LOW + part * (PANELS_HIGH - PANELS_LOW)) * height;
    }

    /**
     * Whether the panels stand in two rows.
     *
     * @param width of the centre
     * @param height of the panels together
     */
    boolean twoRows(double width, double height, int panels) {
        double inner = width - 2 * side();
        double one = (inner - 3 * gap()) / 4;
        if (panels < 4 || one >= (stage ? STAGE_NARROW : NARROW) * em) {
            return false;
        }
        double two = (inner - gap()) / 2;
        return picture(two, (height - gap()) / 2) > picture(one, height);
    }

    /**
     * How many panels have room side by side; at least one.
     *
     * @param width of the centre
     * @param wanted how many there should be
     */
    int columns(double width, int wanted) {
        double room = width - 2 * side() + gap();
        return Math.max(1, Math.min(wanted, (int) (room / (PANEL_LEAST * em + gap()))));
    }

    private double picture(double width, double height) {
        return Math.min(width - RIM * em, TALL * (height - HEAD * em));
    }
}
