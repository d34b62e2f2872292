package io.churnwatch.scoring.pmml;

import io.churnwatch.scoring.forest.Precision;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import org.dmg.pmml.MathContext;
import org.dmg.pmml.Model;

/** The arithmetic that a model's math context prescribes. */
final class MathContexts {
    static Precision precision(Model model, String place) throws UnsupportedPmmlException {
        if (model.getMathContext() == MathContext.DOUBLE) {
            return Precision.DOUBLE;
        }
        if (model.getMathContext() == MathContext.FLOAT) {
            return Precision.FLOAT;
        }
        throw new UnsupportedPmmlException("Not supported: " + place + " in the math context "
                + model.getMathContext().value());
    }

    private MathContexts() {}
}
