package collapselab.catalog.vocabulary;

/**
 * Standard deviation over chains of the heterozygosity H = 1 - sum p^2 where every generation draws all its words from the
 * last one. The expectations of sum p^4, sum p^3, (sum p^2)^2 and sum p^2 after one multinomial draw are linear in those
 * before, by the factorial moments E[N (N - 1) ...] = n (n - 1) ... p^k.
 */
final class PairMoments {
    private double s2;
    private double s3;
    private double s4;
    private double s22;

    PairMoments(double[] shares) {
        for (double p : shares) {
            s2 += p * p;
            s3 += p * p * p;
            s4 += p * p * p * p;
        }
        s22 = s2 * s2;
    }

    /** One more generation, of n words. */
    void draw(double n) {
        double n2 = n * (n - 1);
        double n3 = n2 * (n - 2);
        double n4 = n3 * (n - 3);
        double fourth = n4 * s4 + 6 * n3 * s3 + 7 * n2 * s2 + n;
        double third = n3 * s3 + 3 * n2 * s2 + n;
        double second = n2 * s2 + n;
        s22 = (fourth + n4 * (s22 - s4) + 2 * n3 * (s2 - s3) + n2 * (1 - s2)) / (n * n * n * n);
        s4 = fourth / (n * n * n * n);
        s3 = third / (n * n * n);
        s2 = second / (n * n);
    }

    double deviation() {
        return Math.sqrt(Math.max(0, s22 - s2 * s2));
    }
}
