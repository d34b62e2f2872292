package io.churnwatch.local.sample;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.ProfileField;
import org.jspecify.annotations.Nullable;

/**
 * How likely a sample customer has left: a logistic function whose numbers were fitted by hand to the churn rates that
 * are published of the bank-churn table.
 */
final class ChurnTendency {
    private static final double BASE = -1.50;
    private static final double FEMALE = 0.70;
    private static final double GERMANY = 0.90;
    private static final double MONEY_ELSEWHERE = -0.12;
    private static final double ACTIVE = -0.76;
    private static final double PER_CREDIT_POINT = -0.0007;
    private static final double PER_YEAR_OF_TENURE = -0.018;
    private static final double CREDIT_MEAN = 650;
    private static final double TENURE_MEAN = 5;

    private static final double[] PRODUCTS = {0, 0.0, -1.92, 3.35, 9.0};

    /** Age and effect: who stopped using the bank leaves ever more readily, who retires as a regular user stays. */
    private static final double[][] INACTIVE_AGES = {
        {25, -0.98}, {34, -0.79}, {40, 0.15}, {45, 1.3}, {50, 2.25}, {56, 2.85}, {62, 3.2}
    };

    private static final double[][] ACTIVE_AGES = {
        {25, -0.85}, {34, -0.67}, {40, 0.15}, {45, 1.1}, {50, 1.95}, {56, 1.95}, {62, 0.5}, {70, -1.5}, {92, -2.75}
    };

    static double probability(CustomerProfile customer) {
        boolean active = Boolean.TRUE.equals(customer.isActiveMember());
        boolean german = "Germany".equals(customer.geography());
        double logit = BASE
                + PRODUCTS[(int) number(ProfileField.NUM_OF_PRODUCTS, customer)]
                + interpolate(number(ProfileField.AGE, customer), active ? ACTIVE_AGES : INACTIVE_AGES)
                + (active ? ACTIVE : 0)
                + (german ? GERMANY : 0)
                + (!german && number(ProfileField.BALANCE, customer) > 0 ? MONEY_ELSEWHERE : 0)
                + ("Female".equals(customer.gender()) ? FEMALE : 0)
                + PER_CREDIT_POINT * (number(ProfileField.CREDIT_SCORE, customer) - CREDIT_MEAN)
                + PER_YEAR_OF_TENURE * (number(ProfileField.TENURE, customer) - TENURE_MEAN);
        return 1 / (1 + StrictMath.exp(-logit));
    }

    static double interpolate(double x, double[][] points) {
        if (x <= points[0][0]) {
            return points[0][1];
        }
        for (int i = 1; i < points.length; i++) {
            double[] left = points[i - 1];
            double[] right = points[i];
            if (x <= right[0]) {
                return left[1] + (right[1] - left[1]) * (x - left[0]) / (right[0] - left[0]);
            }
        }
        return points[points.length - 1][1];
    }

    private static double number(ProfileField field, CustomerProfile customer) {
        @Nullable Object value = field.of(customer);
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    private ChurnTendency() {}
}
