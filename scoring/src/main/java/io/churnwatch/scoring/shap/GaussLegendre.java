package io.churnwatch.scoring.shap;

/**
 * Gauss–Legendre quadrature on [0, 1]: n points integrate every polynomial of a degree below 2n exactly.
 *
 * @param points ascending, within (0, 1)
 * @param weights add up to 1
 * @see <a href="https://dlmf.nist.gov/3.5#v">NIST Digital Library of Mathematical Functions, 3.5(v)</a>
 */
record GaussLegendre(double[] points, double[] weights) {
    private static final int NEWTON_STEPS = 100;

    static GaussLegendre ofPoints(int count) {
        double[] points = new double[count];
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            double x = root(count, i);
            double slope = slope(count, x);
            points[i] = (1 - x) / 2; // the roots descend on [-1, 1]
            weights[i] = 1 / ((1 - x * x) * slope * slope);
        }
        return new GaussLegendre(points, weights);
    }

    /** The i-th root of the Legendre polynomial, from the largest on, by Newton's method. */
    private static double root(int degree, int i) {
        double x = Math.cos(Math.PI * (i + 0.75) / (degree + 0.5));
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double next = x - legendre(degree, x) / slope(degree, x);
            if (next == x) {
                return x;
            }
            x = next;
        }
        return x;
    }

    private static double legendre(int degree, double x) {
        double before = 0;
        double value = 1;
        for (int n = 0; n < degree; n++) {
            double next = ((2 * n + 1) * x * value - n * before) / (n + 1);
            before = value;
            value = next;
        }
        return value;
    }

    private static double slope(int degree, double x) {
        return degree * (x * legendre(degree, x) - legendre(degree - 1, x)) / (x * x - 1);
    }
}
