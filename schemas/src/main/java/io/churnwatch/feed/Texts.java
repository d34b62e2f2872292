package io.churnwatch.feed;

/** Texts as PostgreSQL and JSON count and keep them. */
public final class Texts {
    /** The problem of a text that is not storable. */
    static final String NOT_STORABLE = "must not contain the character U+0000 or half a surrogate pair";

    /** In characters of Unicode, some of which are two of Java's. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** PostgreSQL keeps neither U+0000 nor half a surrogate pair: one such value would stop every batch that it is in. */
    static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(character -> character == 0 || Character.getType(character) == Character.SURROGATE);
    }

    private Texts() {}
}
