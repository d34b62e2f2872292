package io.churnwatch.local.feed;

/** The shares of the messages that are faulty in some way; the rest is good. */
public record FeedShares(double duplicates, double late, double malformed) {
    public static final FeedShares ALL_GOOD = new FeedShares(0, 0, 0);

    public FeedShares {
        check("--duplicates", duplicates);
        check("--late", late);
        check("--malformed", malformed);
    }

    private static void check(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " must be from 0 to 1, not " + share);
        }
    }
}
