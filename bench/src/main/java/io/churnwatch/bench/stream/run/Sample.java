package io.churnwatch.bench.stream.run;

/**
 * A look at a running job. All but the rows are seconds since some moment in the past.
 *
 * @param seconds on the clock
 * @param rows results that have reached their sink
 * @param job that its process has computed
 * @param kafka that the broker has
 * @param postgres that all processes of PostgreSQL have
 * @param machine that all processors have, for whomever
 */
record Sample(double seconds, double rows, double job, double kafka, double postgres, double machine) {
    /** In between, by a straight line. */
    Sample towards(Sample later, double fraction) {
        return new Sample(
                seconds + fraction * (later.seconds - seconds),
                rows + fraction * (later.rows - rows),
                job + fraction * (later.job - job),
                kafka + fraction * (later.kafka - kafka),
                postgres + fraction * (later.postgres - postgres),
                machine + fraction * (later.machine - machine));
    }

    Sample minus(Sample earlier) {
        return new Sample(
                seconds - earlier.seconds,
                rows - earlier.rows,
                job - earlier.job,
                kafka - earlier.kafka,
                postgres - earlier.postgres,
                machine - earlier.machine);
    }
}
