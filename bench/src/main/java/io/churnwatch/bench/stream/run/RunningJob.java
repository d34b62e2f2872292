package io.churnwatch.bench.stream.run;

import io.churnwatch.bench.process.BenchmarkFailedException;
import io.churnwatch.bench.process.Processes;
import io.churnwatch.local.service.ServiceFolder;
import io.churnwatch.local.stack.ModuleProcess;
import io.churnwatch.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The stream job in a process of its own, which has scored the feed of its testbed and is given more. */
public final class RunningJob implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Testbed testbed;
    private final Path folder;
    private final ModuleProcess job;

    private RunningJob(Testbed testbed) throws IOException {
        this.testbed = testbed;
        this.folder = Files.createTempDirectory("churnwatch-bench-job-");
        Map<String, String> environment = testbed.environment();
        environment.put("CHURNWATCH_STATE_DIR", folder.resolve("state").toString());
        environment.put("CHURNWATCH_FLINK_PORT", "0");
        this.job = ModuleProcess.job(environment, folder);
    }

    /** Starts the job, and returns once every event of the feed is a row. */
    public static RunningJob start(Testbed testbed, Champion champion, Processes processes) throws IOException {
        testbed.prepare(champion);
        RunningJob running = processes.add(new RunningJob(testbed));
        running.job.start();
        running.awaitRows(testbed.feed().events());
        return running;
    }

    public String bootstrapServers() {
        return testbed.bootstrapServers();
    }

    public Database database() {
        return testbed.database();
    }

    /**
     * Waits until so many events are rows of {@code churn_risk_history}.
     *
     * @throws BenchmarkFailedException with the end of the job's log
     */
    public void awaitRows(long rows) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (long found = rows(); found < rows; found = rows()) {
            if (System.nanoTime() > deadline) {
                throw new BenchmarkFailedException("%,d of %,d events are scored. The end of the job's log:%n%s"
                        .formatted(found, rows, job.logTail()));
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private long rows() {
        return database()
                .inSnapshot(handle -> handle.createQuery("SELECT count(*) FROM churn_risk_history")
                        .mapTo(Long.class)
                        .one());
    }

    @Override
    public void close() {
        job.close();
        ServiceFolder.delete(folder);
    }
}
