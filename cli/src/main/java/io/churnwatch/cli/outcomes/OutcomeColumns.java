package io.churnwatch.cli.outcomes;

import io.churnwatch.feed.InvalidUpdateException;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.feed.RejectionReason;
import io.churnwatch.local.csv.CsvFile;
import io.churnwatch.local.customers.CustomerIds;
import io.churnwatch.store.outcome.ChurnOutcome;
import io.churnwatch.store.outcome.Outcome;
import io.churnwatch.store.outcome.OutcomeTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** The places of the columns of a file of outcomes, by their names in any spelling. Other columns are ignored. */
record OutcomeColumns(int customerId, int outcome, int date) {
    private static final Set<String> OUTCOME_NAMES = Set.of("exited", "outcome");
    private static final Set<String> DATE_NAMES = Set.of("date", "occurredat");

    static OutcomeColumns of(CsvFile csv) {
        List<String> names = csv.header().stream()
                .map(title -> ProfileField.fold(title.strip()))
                .toList();
        List<Integer> ids = places(names, Set.of(ProfileField.fold(CustomerIds.COLUMN)));
        List<Integer> outcomes = places(names, OUTCOME_NAMES);
        List<Integer> dates = places(names, DATE_NAMES);
        List<String> missing = new ArrayList<>();
        requireOne(csv, ids, "customer_id", missing);
        requireOne(csv, outcomes, "exited (or outcome)", missing);
        requireOne(csv, dates, "date (or occurred_at)", missing);
        if (!missing.isEmpty()) {
            throw csv.lacks(missing);
        }
        return new OutcomeColumns(ids.get(0), outcomes.get(0), dates.get(0));
    }

    private static List<Integer> places(List<String> names, Set<String> wanted) {
        return IntStream.range(0, names.size())
                .filter(i -> wanted.contains(names.get(i)))
                .boxed()
                .toList();
    }

    private static void requireOne(CsvFile csv, List<Integer> places, String column, List<String> missing) {
        if (places.size() > 1) {
            throw csv.isBad("has more than one column " + column);
        }
        if (places.isEmpty()) {
            missing.add(column);
        }
    }

    /** Returns the outcome of one row, which is read at {@code now}. */
    ChurnOutcome read(List<String> cells, Instant now) throws InvalidUpdateException {
        return new ChurnOutcome(
                CustomerIds.parse(cells.get(customerId)),
                outcome(cells.get(outcome).strip()),
                OutcomeTime.parse(cells.get(date).strip(), now));
    }

    private static Outcome outcome(String cell) throws InvalidUpdateException {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "1", "1.0", "true", "t", "yes", "exited", "left" -> Outcome.EXITED;
            case "0", "0.0", "false", "f", "no", "stayed" -> Outcome.STAYED;
            default ->
                throw new InvalidUpdateException(
                        RejectionReason.WRONG_TYPE,
                        "exited",
                        "must be 1 or EXITED for an exit, 0 or STAYED for a stay, not '" + cell + "'");
        };
    }
}
