package io.churnwatch.training.monitor;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Points in time by the five fields of cron: minute, hour, day of the month, month, day of the week, in UTC.
 *
 * @param expression as it was written
 */
public record CronSchedule(String expression, ExecutionTime times) {
    private static final int LENGTH_MAX = 100;

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException naming what is wrong with it
     */
    static CronSchedule of(String expression) {
        try {
            Cron cron = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)).parse(expression);
            if (expression.length() > LENGTH_MAX) {
                throw new IllegalArgumentException("longer than " + LENGTH_MAX + " characters");
            }
            return new CronSchedule(expression, ExecutionTime.forCron(cron));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "must be minute, hour, day, month and weekday, such as '0 3 * * 1', not '" + expression + "': "
                            + e.getMessage(),
                    e);
        }
    }

    /** The latest tick at or before a time; empty when there never was one. */
    Optional<Instant> latestTick(Instant now) {
        ZonedDateTime time = now.atZone(ZoneOffset.UTC);
        return times.isMatch(time) && time.getSecond() == 0 && time.getNano() == 0
                ? Optional.of(now)
                : times.lastExecution(time).map(ZonedDateTime::toInstant);
    }
}
