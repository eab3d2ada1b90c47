package collapselab.session;

/**
 * A cursor over what is computed: plays, steps and jumps without ever touching the computation. Not thread-safe; the screen
 * owns it.
 */
public final class Playback {
    /** The slowest and the fastest speed. */
    public static final double SLOWEST = 0.25;

    /** The fastest speed. */
    public static final double FASTEST = 16;

    /** At speed 1 a whole run plays in about this many seconds, but no slower than a generation a second. */
    private static final double SECONDS = 20;

    private int total = 1;
    private int computed;
    private double cursor;
    private double speed = 1;
    private boolean playing;

    /** Looks at another run; the cursor stays where it is, as far as the run is long. */
    public void open(int generations) {
        total = Math.max(1, generations);
        computed = 0;
        cursor = Math.min(cursor, total - 1);
    }

    /** How many generations can be shown. */
    public void computed(int generations) {
        computed = Math.min(generations, total);
    }

    /**
     * Moves on, if playing.
     *
     * @param seconds since the last call
     */
    public void tick(double seconds) {
        if (!playing || computed == 0) {
            return;
        }
        double rate = speed * Math.max(1, total / SECONDS);
        // Never back: a run that takes over early catches up with the cursor.
        cursor = Math.max(cursor, Math.min(cursor + seconds * rate, computed - 1));
        if (cursor >= total - 1) {
            playing = false;
        }
    }

    /** The generation to show: the cursor's, or the last that is computed before it; -1 while there is none. */
    public int shown() {
        return Math.min((int) Math.floor(cursor + 1e-9), computed - 1);
    }

    /** The generation that is asked for, computed or not. */
    public int cursor() {
        return (int) Math.floor(cursor + 1e-9);
    }

    /** How many generations can be shown. */
    public int computed() {
        return computed;
    }

    /** How many there will be. */
    public int total() {
        return total;
    }

    /** Whether it moves by itself. */
    public boolean playing() {
        return playing;
    }

    /** Plays from here, or from the start if it stands at the end. */
    public void play() {
        if (cursor >= total - 1) {
            cursor = 0;
        }
        playing = true;
    }

    /** Stays where it is. */
    public void pause() {
        playing = false;
        cursor = cursor();
    }

    /** Goes some generations forward, or back, and stays there. */
    public void step(int generations) {
        seek(Math.max(0, shown()) + generations);
    }

    /** Goes to a generation and stays there. */
    public void seek(int generation) {
        playing = false;
        cursor = Math.max(0, Math.min(generation, total - 1));
    }

    /** The speed: 1 plays a run in about twenty seconds. */
    public double speed() {
        return speed;
    }

    /** Sets the speed, within its limits. */
    public void speed(double factor) {
        speed = Math.max(SLOWEST, Math.min(FASTEST, factor));
    }
}
