package collapselab.cli;

/**
 * One thing the doctor looked at.
 *
 * @param subject what
 * @param state how it is
 * @param text what was found and, where something is missing, what to do
 */
record Finding(String subject, State state, String text) {
    /** How a thing is. */
    enum State {
        GOOD("ok"),
        /** Works, but could be better; or is needed for some things only. */
        NOTE("note"),
        /** Must be mended. */
        BAD("bad");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Finding good(String subject, String text) {
        return new Finding(subject, State.GOOD, text);
    }

    static Finding note(String subject, String text) {
        return new Finding(subject, State.NOTE, text);
    }

    static Finding bad(String subject, String text) {
        return new Finding(subject, State.BAD, text);
    }
}
