package collapselab.experiment;

/** Looks on while models are fitted, which it changes in nothing. Called on the thread that fits. */
public interface Onlooker {
    /** Never looks. */
    Onlooker NONE = new Onlooker() {
        @Override
        public boolean looks() {
            return false;
        }

        @Override
        public void see(Preview preview) {}
    };

    /** Whether it wants to see the model now; cheap enough for every step of a fit. */
    boolean looks();

    /** Takes what it wanted to see. */
    void see(Preview preview);
}
