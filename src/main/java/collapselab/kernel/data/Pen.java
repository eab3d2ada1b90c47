package collapselab.kernel.data;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Draws one digit after the other, each in a hand of its own. Not for use by two threads at once; a digit depends on nothing
 * but its generator.
 *
 * <p>A form of the digit, its points shaken; a smooth distortion (Simard, Steinkraus and Platt 2003,
 * doi:10.1109/ICDAR.2003.1227801, applied to the pen's path instead of the picture); width, slant and turn of the hand;
 * set as MNIST sets its digits (scaled into 20 x 20 pixels, the centre of mass in the middle of 28 x 28); then ink, as wide
 * as the pen and its pressure, with soft edges. Functions are those of StrictMath, so a digit is the same on every machine.
 */
final class Pen {
    private static final int SIDE = 28;
    /** Pixels that the longer side of a digit covers. */
    private static final float BOX = 20;
    /** Straight pieces between two points of a form. */
    private static final int PIECES = 6;

    private static final int MOST = 256;
    /** Passes of rounding, each over neighbours some half a pixel away: rounds what is finer than 2 pixels. */
    private static final int ROUNDINGS = 8;

    /** Shake of each point of a form, in its square. */
    private static final double SHAKE = 0.02;
    /** Root mean square of the smooth distortion, in the square: 1 pixel. */
    private static final double WARP = 0.05;
    /** Knots of the distortion a side: one in 7 pixels, which correlates it as far as Simard's Gaussian of 4 pixels. */
    private static final int KNOTS = 6;

    /** Half the width of the edge, in pixels: a pixel is 1 wide, and MNIST was blurred a little by its scaling. */
    private static final float SOFT = 0.6f;

    private final float[] knots = new float[2 * KNOTS * KNOTS];
    private final float[] points = new float[2 * MOST];
    private final float[] xs = new float[MOST];
    private final float[] ys = new float[MOST];
    private final float[] radii = new float[MOST];
    /** Whether the pen is lifted before the point. */
    private final boolean[] lifted = new boolean[MOST];

    /** Whether the pen ends, begins or turns at the point. */
    private final boolean[] fixed = new boolean[MOST];

    private final float[] ink = new float[SIDE * SIDE];
    private int count;

    /**
     * Draws a digit.
     *
     * @param digit 0 to 9
     * @param rng its draws
     * @param target where its pixels go, row by row
     * @param offset where in the target they begin
     */
    void draw(int digit, UniformRandomProvider rng, byte[] target, int offset) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(rng);
        List<Strokes.Form> forms = Strokes.of(digit);
        trace(forms.get(rng.nextInt(forms.size())), normal);
        round();
        warp(normal);
        tilt(normal);
        fit(press(normal));
        centre();
        spread();
        for (int i = 0; i < ink.length; i++) {
            target[offset + i] = (byte) Math.round(255 * ink[i]);
        }
    }

    /** The path through the shaken points of a form: Catmull-Rom splines, broken where the pen turns. */
    private void trace(Strokes.Form form, ZigguratSampler.NormalizedGaussian normal) {
        for (int i = 0; i < form.points.length; i++) {
            points[i] = form.points[i] + (float) (SHAKE * normal.sample());
        }
        count = 0;
        int from = 0;
        for (int end : form.ends) {
            add(points[2 * from], points[2 * from + 1], true);
            for (int i = from; i < end - 1; i++) {
                int before = i == from || form.turns[i] ? i : i - 1;
                int after = i + 2 == end || form.turns[i + 1] ? i + 1 : i + 2;
                piece(before, i, i + 1, after);
                fixed[count - 1] = form.turns[i + 1];
            }
            fixed[count - 1] = true;
            from = end;
        }
    }

    private void piece(int before, int from, int to, int after) {
        for (int k = 1; k <= PIECES; k++) {
            float t = (float) k / PIECES;
            add(spline(before, from, to, after, 0, t), spline(before, from, to, after, 1, t), false);
        }
    }

    private float spline(int before, int from, int to, int after, int axis, float t) {
        float p0 = points[2 * before + axis];
        float p1 = points[2 * from + axis];
        float p2 = points[2 * to + axis];
        float p3 = points[2 * after + axis];
        float square = 2 * p0 - 5 * p1 + 4 * p2 - p3;
        float cube = 3 * (p1 - p2) + p3 - p0;
        return p1 + 0.5f * t * (p2 - p0 + t * (square + t * cube));
    }

    private void add(float x, float y, boolean lift) {
        xs[count] = x;
        ys[count] = y;
        lifted[count] = lift;
        fixed[count] = lift;
        count++;
    }

    /** A hand has inertia: rounds the path everywhere but at its ends and where the pen turns. */
    private void round() {
        for (int pass = 0; pass < ROUNDINGS; pass++) {
            float x = xs[0];
            float y = ys[0];
            for (int i = 1; i < count - 1; i++) {
                float hereX = xs[i];
                float hereY = ys[i];
                if (!fixed[i]) {
                    xs[i] = (x + 2 * hereX + xs[i + 1]) / 4;
                    ys[i] = (y + 2 * hereY + ys[i + 1]) / 4;
                }
                x = hereX;
                y = hereY;
            }
        }
    }

    /** Moves the path by a smooth random field: cubic B-splines on a grid of normal draws. */
    private void warp(ZigguratSampler.NormalizedGaussian normal) {
        // A B-spline averages: the root mean square of its values is 0.48 of that of the knots (0.693 for each axis).
        float size = (float) (WARP / 0.48);
        for (int i = 0; i < knots.length; i++) {
            knots[i] = size * (float) normal.sample();
        }
        for (int i = 0; i < count; i++) {
            float dx = field(xs[i], ys[i], 0);
            float dy = field(xs[i], ys[i], 1);
            xs[i] += dx;
            ys[i] += dy;
        }
    }

    private float field(float x, float y, int axis) {
        float u = Math.min(Math.max(x, 0), 0.999f) * (KNOTS - 3);
        float v = Math.min(Math.max(y, 0), 0.999f) * (KNOTS - 3);
        int column = (int) u;
        int row = (int) v;
        float sum = 0;
        for (int j = 0; j < 4; j++) {
            float inRow = 0;
            for (int i = 0; i < 4; i++) {
                inRow += bspline(i, u - column) * knots[2 * ((row + j) * KNOTS + column + i) + axis];
            }
            sum += bspline(j, v - row) * inRow;
        }
        return sum;
    }

    /** Weight of the i-th of four knots at a place between the middle two. */
    private static float bspline(int i, float t) {
        float s = 1 - t;
        return switch (i) {
            case 0 -> s * s * s / 6;
            case 1 -> (3 * t * t * t - 6 * t * t + 4) / 6;
            case 2 -> (3 * s * s * s - 6 * s * s + 4) / 6;
            default -> t * t * t / 6;
        };
    }

    /** Width, slant (to the right, as most write) and turn of the hand. */
    private void tilt(ZigguratSampler.NormalizedGaussian normal) {
        float width = (float) StrictMath.exp(0.2 * normal.sample());
        float slant = (float) (0.13 + 0.23 * normal.sample());
        double turn = Math.toRadians(5 * normal.sample());
        float cos = (float) StrictMath.cos(turn);
        float sin = (float) StrictMath.sin(turn);
        for (int i = 0; i < count; i++) {
            float y = ys[i] - 0.5f;
            float x = width * (xs[i] - 0.5f) - slant * y;
            xs[i] = cos * x - sin * y;
            ys[i] = sin * x + cos * y;
        }
    }

    /** Half the width of the ink along the path, in pixels: a pen, and a pressure that changes slowly; the largest. */
    private float press(ZigguratSampler.NormalizedGaussian normal) {
        double pen = 1.2 * StrictMath.exp(0.24 * normal.sample());
        double change = 0.14 * normal.sample();
        double phase = Math.PI * normal.sample();
        double pace = 0.09 + 0.03 * normal.sample();
        float largest = 0;
        for (int i = 0; i < count; i++) {
            double radius = pen * (1 + change * StrictMath.sin(phase + pace * i));
            radii[i] = (float) Math.min(Math.max(radius, 0.6), 2.2);
            largest = Math.max(largest, radii[i]);
        }
        return largest;
    }

    /** Scales the digit into the box: its longer side, ink and all. */
    private void fit(float radius) {
        float left = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float bottom = -Float.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            left = Math.min(left, xs[i]);
            right = Math.max(right, xs[i]);
            top = Math.min(top, ys[i]);
            bottom = Math.max(bottom, ys[i]);
        }
        float scale = (BOX - 2 * radius) / Math.max(right - left, bottom - top);
        for (int i = 0; i < count; i++) {
            xs[i] *= scale;
            ys[i] *= scale;
        }
    }

    /** Puts the centre of mass of the ink in the middle of the picture. */
    private void centre() {
        double mass = 0;
        double massX = 0;
        double massY = 0;
        for (int i = 1; i < count; i++) {
            if (!lifted[i]) {
                double dx = xs[i] - xs[i - 1];
                double dy = ys[i] - ys[i - 1];
                double m = radii[i] * Math.sqrt(dx * dx + dy * dy);
                mass += m;
                massX += m * (xs[i] + xs[i - 1]) / 2;
                massY += m * (ys[i] + ys[i - 1]) / 2;
            }
        }
        float toX = (float) (SIDE / 2.0 - massX / mass);
        float toY = (float) (SIDE / 2.0 - massY / mass);
        for (int i = 0; i < count; i++) {
            xs[i] += toX;
            ys[i] += toY;
        }
    }

    private void spread() {
        Arrays.fill(ink, 0);
        for (int i = 1; i < count; i++) {
            if (!lifted[i]) {
                stroke(i - 1, i);
            }
        }
    }

    /** Inks a straight piece: each pixel by the distance of its middle from the piece, full inside and soft at the edge. */
    private void stroke(int from, int to) {
        float radius = (radii[from] + radii[to]) / 2;
        float reach = radius + SOFT;
        int left = Math.max(0, (int) (Math.min(xs[from], xs[to]) - reach));
        int right = Math.min(SIDE - 1, (int) (Math.max(xs[from], xs[to]) + reach));
        int top = Math.max(0, (int) (Math.min(ys[from], ys[to]) - reach));
        int bottom = Math.min(SIDE - 1, (int) (Math.max(ys[from], ys[to]) + reach));
        float dx = xs[to] - xs[from];
        float dy = ys[to] - ys[from];
        float lengthSquared = Math.max(1e-9f, dx * dx + dy * dy);
        for (int row = top; row <= bottom; row++) {
            float py = row + 0.5f - ys[from];
            for (int column = left; column <= right; column++) {
                float px = column + 0.5f - xs[from];
                float t = Math.min(1, Math.max(0, (px * dx + py * dy) / lengthSquared));
                float ex = px - t * dx;
                float ey = py - t * dy;
                float square = ex * ex + ey * ey;
                if (square < reach * reach) {
                    float edge = (reach - (float) Math.sqrt(square)) / (2 * SOFT);
                    int pixel = row * SIDE + column;
                    ink[pixel] = Math.max(ink[pixel], Math.min(1, edge));
                }
            }
        }
    }
}
