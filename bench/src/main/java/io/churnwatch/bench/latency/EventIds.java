package io.churnwatch.bench.latency;

/** The ids of a load's events, which tell the event's place in the schedule. As {@code FeedSimulator} counts: from 1. */
record EventIds(String load) {
    /** Negative for an event of another load. */
    int place(String eventId) {
        return eventId.startsWith(load) && eventId.charAt(load.length()) == '-'
                ? Integer.parseInt(eventId.substring(load.length() + 1)) - 1
                : -1;
    }
}
