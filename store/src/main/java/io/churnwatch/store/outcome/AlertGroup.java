package io.churnwatch.store.outcome;

import io.churnwatch.model.IncreaseUnit;
import io.churnwatch.risk.AlertType;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The alerts that are counted together: what they do not have in common is null. */
record AlertGroup(
        Kind kind,
        @Nullable AlertType rule,
        @Nullable Double threshold,
        @Nullable IncreaseUnit unit,
        @Nullable String modelVersion)
        implements Comparable<AlertGroup> {

    static final AlertGroup ALL = new AlertGroup(Kind.ALL, null, null, null, null);

    private static final Comparator<AlertGroup> ORDER = Comparator.comparing(AlertGroup::kind)
            .thenComparing(AlertGroup::rule, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(AlertGroup::unit, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(AlertGroup::threshold, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(AlertGroup::modelVersion, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** The columns that alerts are grouped by. */
    enum Kind {
        ALL,
        RULE,
        THRESHOLD,
        MODEL
    }

    static AlertGroup ofRule(AlertType rule) {
        return new AlertGroup(Kind.RULE, rule, null, null, null);
    }

    @Override
    public int compareTo(AlertGroup other) {
        return ORDER.compare(this, other);
    }
}
