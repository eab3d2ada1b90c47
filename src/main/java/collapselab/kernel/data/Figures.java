package collapselab.kernel.data;

/** How numbers are written in sentences. */
final class Figures {
    private Figures() {}

    /** A count with its thousands set off, 60,000, the same on every machine whatever its language. */
    static String grouped(long count) {
        StringBuilder text = new StringBuilder(Long.toString(count));
        int first = count < 0 ? 1 : 0;
        for (int i = text.length() - 3; i > first; i -= 3) {
            text.insert(i, ',');
        }
        return text.toString();
    }
}
