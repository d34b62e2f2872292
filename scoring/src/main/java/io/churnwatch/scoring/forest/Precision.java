package io.churnwatch.scoring.forest;

/** Whether a model computes with doubles or, as XGBoost does, with floats. */
public enum Precision {
    DOUBLE,
    FLOAT;

    public double round(double number) {
        return this == FLOAT ? (float) number : number;
    }

    /** e to the power of a number. With floats jpmml raises a float e, which differs in the last bits. */
    public double exp(double number) {
        return this == FLOAT ? (float) Math.pow(2.7182817, number) : Math.exp(number);
    }
}
