package io.churnwatch.csv;

/** A header or a row that is not what it should be. The message follows the name of the file, or of the row. */
public final class BrokenCsvException extends Exception {
    BrokenCsvException(String what) {
        super(what);
    }

    /** Returns the problem, such as {@code is empty}. */
    public String what() {
        return String.valueOf(getMessage());
    }
}
