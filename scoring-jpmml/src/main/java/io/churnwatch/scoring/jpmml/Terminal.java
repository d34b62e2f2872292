package io.churnwatch.scoring.jpmml;

/** Makes foreign text safe to print: one line, no control characters, limited in length. */
final class Terminal {
    private static final int LENGTH_MAX = 300;

    static String printable(String text) {
        String printable = text.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "?");
        return printable.length() > LENGTH_MAX ? printable.substring(0, LENGTH_MAX) + "…" : printable;
    }

    private Terminal() {}
}
