package io.churnwatch.scoring.jpmml;

/** What others wrote, as it may be shown to a person: one line, without control characters and not endless. */
final class Terminal {
    private static final int LENGTH_MAX = 300;

    static String printable(String text) {
        String printable = text.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "?");
        return printable.length() > LENGTH_MAX ? printable.substring(0, LENGTH_MAX) + "…" : printable;
    }

    private Terminal() {}
}
