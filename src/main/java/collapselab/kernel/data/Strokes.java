package collapselab.kernel.data;

import java.util.ArrayList;
import java.util.List;

/**
 * How people write the ten digits: for each some variants, each a few pen strokes through given points. Our own drawing; the
 * variants (open and closed 4, crossed 7, 1 with flag or foot, 2 with loop) are common ones.
 *
 * <p>Points are (x, y) in percent of a square, y downwards. A stroke is smooth but at points marked "!", where the pen turns.
 */
final class Strokes {
    /** One variant a line: the digit, a colon, strokes divided by "|". */
    private static final String FORMS = """
            0: 50,5 30,17 21,50 30,83 50,95 70,83 79,50 70,17 50,5 44,7
            0: 66,13 45,6 26,28 22,62 38,92 64,86 78,54 70,20 52,8 40,13
            0: 44,6 26,34 28,74 48,95 68,76 72,36 58,9 44,6
            0: 60,8 36,16 22,48 30,84 52,94 74,74 78,38 62,12 48,14
            1: 54,5 51,50 48,95
            1: 60,5 52,50 42,95
            1: 66,6 51,50 36,94
            1: 34,24 54,6! 53,50 52,95
            1: 36,22 52,6! 52,50 52,92! 52,93 | 32,94 52,93 74,93
            2: 24,28 34,10 55,6 72,20 70,42 50,68 24,92! 50,91 80,90
            2: 24,26 36,9 58,7 71,24 62,50 42,76 26,90 20,82 30,75 46,83 62,92 82,86
            2: 26,20 46,7 68,13 72,31 58,56 22,92! 82,93
            2: 20,22 42,6 66,18 62,46 40,74 22,90 19,82 32,78 56,88 80,90
            3: 26,15 48,5 68,15 67,32 46,46! 68,54 76,72 62,91 40,95 22,84
            3: 24,8 72,8! 44,42! 68,49 76,70 60,91 38,95 20,84
            3: 26,16 46,6 66,16 62,36 46,47 40,44 50,45 70,58 70,80 48,95 22,86
            3: 28,12 52,6 66,20 56,40 38,48! 62,52 72,68 64,88 42,95 24,90
            4: 30,8 24,40 22,57! 52,56 82,52 | 68,10 64,50 60,95
            4: 62,95 62,50 62,8! 20,64! 84,62
            4: 58,6 22,62! 84,60 | 64,34 60,66 58,95
            4: 26,10 23,40 36,57 56,54 72,42 | 75,8 70,50 64,95
            4: 28,12 24,36 32,54 52,54 70,40 76,10! 70,50 64,95
            5: 36,10 30,45! 50,38 72,50 74,74 54,93 24,88 | 36,10 56,9 80,8
            5: 76,8 38,10! 32,44! 54,40 74,54 72,78 50,95 22,86
            5: 74,10 48,10 36,24 42,40 62,52 72,70 58,92 28,90
            5: 78,10 42,12! 36,46! 56,45 70,60 62,84 40,95 20,90
            6: 64,6 40,26 26,58 30,84 50,95 70,82 70,64 52,54 34,64 28,78
            6: 50,5 34,36 28,70 40,93 64,90 70,70 54,58 33,72
            6: 72,8 46,30 30,60 30,86 48,95 64,84 62,69 46,68 31,82
            6: 42,5 28,40 26,76 44,95 68,86 72,66 56,54 38,62 28,76
            7: 22,12 50,11 78,10! 60,50 46,95
            7: 22,12 76,10! 58,50 44,94 | 36,52 56,50 76,48
            7: 22,26 24,12! 50,12 76,10! 56,46 50,95
            7: 20,16 40,10 66,8 75,16 58,50 50,94
            8: 66,18 48,5 30,16 34,34 52,47 70,62 70,84 50,95 30,84 32,64 50,47 66,32 66,16
            8: 52,6 34,16 36,38 50,46 66,36 66,14 50,6 | 50,46 30,62 30,86 50,95 72,86 70,62 50,46
            8: 70,14 52,6 34,18 38,36 58,54 70,74 56,94 36,88 34,68 54,46 72,24 68,12
            8: 60,8 38,14 40,36 62,56 66,82 46,95 30,80 40,58 62,40 70,18 56,7
            9: 68,22 50,7 30,18 28,38 44,50 62,40 70,20! 69,52 66,95
            9: 68,24 50,8 32,20 32,42 50,50 66,36 70,18! 72,50 66,80 46,95 28,86
            9: 66,16 46,8 26,26 30,45 50,44 68,18! 58,60 46,95
            9: 60,14 40,10 28,28 38,46 56,38 66,14! 66,50 60,94
            """;

    private static final int DIGITS = 10;

    private static final List<List<Form>> ALL = parse();

    private Strokes() {}

    /** The variants of a digit. */
    static List<Form> of(int digit) {
        return ALL.get(digit);
    }

    /** One way to write a digit. Shared by all who draw, who only read its arrays. */
    static final class Form {
        /** Points of all strokes, x and y in turn, 0 to 1; a point where the pen turns is there once. */
        final float[] points;
        /** For each stroke where its points end, counted in points. */
        final int[] ends;
        /** For each point whether the pen turns there. */
        final boolean[] turns;

        private Form(float[] points, int[] ends, boolean[] turns) {
            this.points = points;
            this.ends = ends;
            this.turns = turns;
        }
    }

    private static List<List<Form>> parse() {
        List<List<Form>> forms = new ArrayList<>();
        for (int digit = 0; digit < DIGITS; digit++) {
            String head = digit + ": ";
            forms.add(FORMS.lines()
                    .filter(line -> line.startsWith(head))
                    .map(line -> form(line.substring(head.length())))
                    .toList());
        }
        return List.copyOf(forms);
    }

    private static Form form(String text) {
        String[] words = text.replace(" |", "|").split(" ", -1);
        float[] points = new float[2 * words.length];
        boolean[] turns = new boolean[words.length];
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            if (word.endsWith("|") || i == words.length - 1) {
                ends.add(i + 1);
            }
            turns[i] = word.contains("!");
            String[] pair = word.replace("!", "").replace("|", "").split(",", -1);
            points[2 * i] = Integer.parseInt(pair[0]) / 100f;
            points[2 * i + 1] = Integer.parseInt(pair[1]) / 100f;
        }
        return new Form(points, ends.stream().mapToInt(Integer::intValue).toArray(), turns);
    }
}
