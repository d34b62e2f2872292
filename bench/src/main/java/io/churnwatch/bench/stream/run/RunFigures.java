package io.churnwatch.bench.stream.run;

/**
 * The figures of one run.
 *
 * @param perSecond events in a second of the clock
 * @param jobMicros CPU microseconds per event, of the job's process
 * @param kafkaMicros of the broker
 * @param postgresMicros of PostgreSQL
 * @param othersCores processors that everybody else kept busy meanwhile, this program included
 * @param load average of the machine at the end, the measured processes included
 * @param checkpoints that the job made
 */
public record RunFigures(
        double perSecond,
        double jobMicros,
        double kafkaMicros,
        double postgresMicros,
        double othersCores,
        double load,
        Checkpoints checkpoints) {
    private static final double MICROS = 1e6;

    static RunFigures of(Sample steady, double load, Checkpoints checkpoints) {
        double events = steady.rows();
        double ours = steady.job() + steady.kafka() + steady.postgres();
        return new RunFigures(
                events / steady.seconds(),
                MICROS * steady.job() / events,
                MICROS * steady.kafka() / events,
                MICROS * steady.postgres() / events,
                Math.max(0, steady.machine() - ours) / steady.seconds(),
                load,
                checkpoints);
    }
}
