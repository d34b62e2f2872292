package io.churnwatch.bench.stream.report;

import io.churnwatch.bench.report.Machine;
import io.churnwatch.bench.report.ServiceRun;
import io.churnwatch.bench.stream.run.SteadyPart;
import java.time.Instant;

/**
 * Where, when and how was measured.
 *
 * @param command that measures the same again
 * @param quick whether the figures are a first look only
 * @param updates per run
 */
public record StreamCircumstances(Machine machine, Instant start, String command, boolean quick, long updates) {
    /**
     * The head of the report.
     *
     * @param rounds that were completed
     */
    String markdown(int rounds) {
        String method =
                "%s of every variant, one after the other; %,d updates each, of which those from %.0f to %.0f %% count"
                        .formatted(
                                rounds == 1 ? "1 run" : rounds + " runs",
                                updates,
                                100 * SteadyPart.FROM,
                                100 * SteadyPart.TO);
        return new ServiceRun(machine, start, command, quick, method).markdown();
    }
}
