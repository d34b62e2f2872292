package io.churnwatch.scoring.forest;

import org.dmg.pmml.MathContext;
import org.dmg.pmml.Model;

/** Whether a model computes with doubles or, as XGBoost does, with floats. */
enum Precision {
    DOUBLE,
    FLOAT;

    static Precision of(Model model, String place) throws UnsupportedPmmlException {
        if (model.getMathContext() == MathContext.DOUBLE) {
            return DOUBLE;
        }
        if (model.getMathContext() == MathContext.FLOAT) {
            return FLOAT;
        }
        throw new UnsupportedPmmlException("Not supported: " + place + " in the math context "
                + model.getMathContext().value());
    }

    double round(double number) {
        return this == FLOAT ? (float) number : number;
    }

    ValueType type() {
        return this == FLOAT ? ValueType.FLOAT : ValueType.DOUBLE;
    }

    /** e to the power of a number. With floats jpmml raises its float e to it: the last bits tell. */
    double exp(double number) {
        return this == FLOAT ? (float) Math.pow(2.7182817, number) : Math.exp(number);
    }
}
