package io.churnwatch.cli.outcomes;

import io.churnwatch.cli.database.CommandLineDatabase;
import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.csv.Report;
import io.churnwatch.local.stack.Progress;
import io.churnwatch.local.stack.StackEnvironment;
import io.churnwatch.store.outcome.ChurnOutcomes;
import io.churnwatch.store.outcome.OutcomeSource;
import io.churnwatch.store.outcome.Recording;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Records the outcomes of a file, all in one transaction: a file that breaks off changes nothing. */
final class OutcomeImport {
    private static final int BATCH_SIZE = 1_000;
    private static final int PROGRESS_EVERY = 100_000;

    private final StackEnvironment environment;
    private final Progress progress;
    private final Clock clock;

    OutcomeImport(StackEnvironment environment, Progress progress, Clock clock) {
        this.environment = environment;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Records the good rows, and reports and returns what became of them.
     *
     * @param problemsMax how many of the others are named
     * @throws CommandFailedException when there is none that could
     */
    Map<Recording, Long> load(Path file, int problemsMax) {
        progress.say("Reading outcomes from %s …", file);
        Report report = new Report(problemsMax);
        Map<Recording, Long> recorded = record(file, report);
        report.lines().forEach(line -> progress.print("    " + line));
        if (report.good() == 0) {
            throw CommandFailedException.badFile(file + " holds no outcome that can be recorded.");
        }
        progress.say(
                "%,d outcomes: %,d are new, %,d correct what was known, %,d were known",
                report.good(),
                recorded.getOrDefault(Recording.RECORDED, 0L),
                recorded.getOrDefault(Recording.CORRECTED, 0L),
                recorded.getOrDefault(Recording.REPEATED, 0L));
        return recorded;
    }

    private Map<Recording, Long> record(Path file, Report report) {
        return CommandLineDatabase.of(environment).inTransaction(handle -> {
            Batches batches = new Batches(handle, report);
            OutcomeFile.read(file, clock.instant(), report, batches::add);
            batches.write();
            return batches.recorded;
        });
    }

    /** The rows on their way to the database. */
    private final class Batches {
        private final Handle handle;
        private final Report report;
        private final List<OutcomeFile.Row> waiting = new ArrayList<>();
        private final Map<Recording, Long> recorded = new EnumMap<>(Recording.class);
        private long written;

        Batches(Handle handle, Report report) {
            this.handle = handle;
            this.report = report;
        }

        void add(OutcomeFile.Row row) {
            waiting.add(row);
            if (waiting.size() == BATCH_SIZE) {
                write();
            }
        }

        void write() {
            List<Recording> recordings = recordings();
            for (int i = 0; i < recordings.size(); i++) {
                count(waiting.get(i), recordings.get(i));
            }
            waiting.clear();
        }

        private List<Recording> recordings() {
            return ChurnOutcomes.record(
                    handle,
                    waiting.stream().map(OutcomeFile.Row::outcome).toList(),
                    OutcomeSource.CSV,
                    CommandLineDatabase.person());
        }

        private void count(OutcomeFile.Row row, Recording recording) {
            recorded.merge(recording, 1L, Long::sum);
            if (recording == Recording.UNKNOWN_CUSTOMER) {
                report.problem(
                        row.line(),
                        "customer_id " + row.outcome().customerId()
                                + " is no customer here: the feed has to bring the customer first");
            } else {
                report.countGood();
            }
            if (++written % PROGRESS_EVERY == 0) {
                progress.say("    %,d rows …", written);
            }
        }
    }
}
