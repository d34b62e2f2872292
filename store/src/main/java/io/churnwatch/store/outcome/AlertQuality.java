package io.churnwatch.store.outcome;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good past alerts were, by what became of the customers. An alert is a hit when its customer leaves within the horizon after
 * it; an exit is foreseen when an alert was raised within the horizon before it.
 *
 * @param asOf the time at which alerts are old enough to be judged or not
 * @param since alerts that were raised and exits that happened before are left out; null for all
 * @param horizonDays within how many days after an alert its customer must leave
 * @param stays outcomes of customers who stayed
 * @param unwatchedExits of customers who had not been scored before, or only with alerts switched off: no alert could foresee
 *     them, so they count in no rate
 * @param byRule both rules
 * @param byThreshold each rule with each threshold that was in force
 * @param byModel each model that scored as champion
 */
public record AlertQuality(
        Instant asOf,
        @Nullable Instant since,
        long horizonDays,
        long stays,
        long unwatchedExits,
        AlertFigures overall,
        List<AlertFigures> byRule,
        List<AlertFigures> byThreshold,
        List<AlertFigures> byModel) {

    public static final int HORIZON_DAYS = 90;
    public static final int HORIZON_DAYS_MAX = 3_650;

    public AlertQuality {
        byRule = List.copyOf(byRule);
        byThreshold = List.copyOf(byThreshold);
        byModel = List.copyOf(byModel);
    }

    /** Whether there is nothing to judge, and nothing to judge it by. */
    public boolean isEmpty() {
        return overall.alerts() == 0 && overall.exits() == 0 && stays == 0 && unwatchedExits == 0;
    }
}
