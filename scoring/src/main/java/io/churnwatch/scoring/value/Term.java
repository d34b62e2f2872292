package io.churnwatch.scoring.value;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.ProfileField;
import java.io.Serializable;

/** A part of an expression. All numbers are doubles; what is unknown is NaN, and so is all that is computed of it. */
sealed interface Term extends Serializable {
    double of(double probability, CustomerProfile profile);

    /** A number as it is written. */
    record Constant(double value) implements Term {
        @Override
        public double of(double probability, CustomerProfile profile) {
            return value;
        }
    }

    /** The probability that was just scored. */
    record Probability() implements Term {
        @Override
        public double of(double probability, CustomerProfile profile) {
            return probability;
        }
    }

    /** A column of the profile; yes is 1 and no is 0. */
    record Column(ProfileField field) implements Term {
        @Override
        public double of(double probability, CustomerProfile profile) {
            Object value = field.of(profile);
            if (value instanceof Boolean flag) {
                return flag ? 1 : 0;
            }
            return value instanceof Number number ? number.doubleValue() : Double.NaN;
        }
    }

    /** An extra feature of the bank, by its exact name; a text is no number and as good as unknown. */
    record Attribute(String name) implements Term {
        @Override
        public double of(double probability, CustomerProfile profile) {
            AttributeValue value = profile.attributes().get(name);
            return value == null || value.number() == null ? Double.NaN : value.number();
        }
    }

    /** Two terms made one. */
    record Operation(Operator operator, Term left, Term right) implements Term {
        @Override
        public double of(double probability, CustomerProfile profile) {
            return operator.apply(left.of(probability, profile), right.of(probability, profile));
        }
    }
}
