package io.churnwatch.bench.stream.run;

import io.churnwatch.bench.process.BenchmarkFailedException;
import io.churnwatch.bench.process.Processes;
import io.churnwatch.bench.process.Workspace;
import io.churnwatch.bench.stream.job.MeasuredJob;
import io.churnwatch.local.service.ChildProcess;
import io.churnwatch.local.service.Ports;
import io.churnwatch.local.service.ServiceFolder;
import io.churnwatch.local.stack.ModuleProcess;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Runs a job once over the whole feed, in a process of its own with an empty state, and watches it. */
public final class JobRun {
    private static final String HEAP = "1200m"; // as `up` gives it
    private static final Duration LOOK_EVERY =
            Duration.ofSeconds(2); // the metrics are a megabyte, which the job writes
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Scenario scenario;
    private final Testbed testbed;
    private final Champion forest;
    private final FlinkPages pages = new FlinkPages(Ports.free(), Ports.free());

    /** The forest is what all variants but the constant one score with. */
    public JobRun(Scenario scenario, Testbed testbed, Champion forest) {
        this.scenario = scenario;
        this.testbed = testbed;
        this.forest = forest;
    }

    /**
     * Runs it.
     *
     * @throws BenchmarkFailedException with the end of the job's log, when it does not come to an end
     */
    public RunFigures measure(Processes processes) throws IOException {
        Path folder = Files.createTempDirectory("churnwatch-bench-job-");
        testbed.prepare(scenario.variant() == Variant.CONSTANT ? Champion.constant() : forest);
        ModuleProcess job = processes.add(new ModuleProcess(program(), environment(folder), folder));
        try {
            List<Sample> samples = watch(job.start(), job);
            Feed feed = feed();
            return RunFigures.of(
                    SteadyPart.of(samples, feed.customers(), feed.updates()),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                    pages.checkpoints());
        } finally {
            processes.close(job);
            ServiceFolder.delete(folder);
        }
    }

    private List<Sample> watch(ChildProcess process, ModuleProcess job) throws IOException {
        List<Sample> samples = new ArrayList<>();
        double rows = 0;
        long progressAt = System.nanoTime();
        long events = feed().events();
        while (rows < events) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            double before = rows;
            rows = Math.max(before, rows()); // a busy process may not answer for once
            samples.add(testbed.look(rows, process.handle()));
            progressAt = rows > before ? System.nanoTime() : progressAt;
            if (!process.isAlive()) {
                throw failed("ended with exit code " + process.exitCode(), rows, job);
            }
            if (System.nanoTime() - progressAt > PATIENCE.toNanos()) {
                throw failed("stood still", rows, job);
            }
        }
        return samples;
    }

    private BenchmarkFailedException failed(String how, double rows, ModuleProcess job) {
        return new BenchmarkFailedException("%s: the job %s at %,.0f of %,d rows. The end of its log:%n%s"
                .formatted(scenario, how, rows, feed().events(), job.logTail()));
    }

    /** As much of the testbed's as is waited for. */
    private Feed feed() {
        Feed whole = testbed.feed();
        return new Feed(whole.customers(), scenario.variant().updates(whole.updates()));
    }

    /** Results that have reached their sink; for PostgreSQL, those that are committed. */
    private double rows() {
        try {
            return scenario.sinks() == Sinks.REAL
                    ? pages.counter("rows_written", "Write to PostgreSQL")
                    : pages.counter("numRecordsIn", MeasuredJob.DISCARDING_SINK);
        } catch (IOException e) {
            return 0; // not listening yet
        }
    }

    private ModuleProcess.Program program() {
        List<String> commandLine = new ArrayList<>(List.of(MeasuredJob.class.getName()));
        if (scenario.variant() == Variant.PASS_THROUGH) {
            commandLine.add(MeasuredJob.PASS_THROUGH);
        }
        if (scenario.sinks() == Sinks.DISCARDING) {
            commandLine.add(MeasuredJob.DISCARD);
        }
        return new ModuleProcess.Program("job", classPath(), HEAP, commandLine);
    }

    /** The job's own comes first; of this module only the measured jobs are used. */
    private String classPath() {
        Workspace workspace = Workspace.find();
        String job = workspace.classPathWithBenchmarks("stream-job");
        return scenario.variant() == Variant.JPMML
                ? job + File.pathSeparator + workspace.classPath("scoring-jpmml")
                : job;
    }

    private Map<String, String> environment(Path folder) {
        Map<String, String> environment = testbed.environment();
        environment.put("CHURNWATCH_STATE_DIR", folder.resolve("state").toString());
        environment.put("CHURNWATCH_FLINK_PORT", Integer.toString(pages.webPort()));
        environment.put("CHURNWATCH_METRICS_PORT", Integer.toString(pages.metricsPort()));
        environment.put("CHURNWATCH_PARALLELISM", "2");
        environment.putAll(scenario.variant().settings());
        return environment;
    }
}
