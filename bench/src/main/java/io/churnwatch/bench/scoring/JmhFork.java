package io.churnwatch.bench.scoring;

import io.churnwatch.bench.process.BenchmarkFailedException;
import io.churnwatch.bench.process.Workspace;
import io.churnwatch.bench.scoring.contender.Contender;
import io.churnwatch.bench.scoring.forest.TrainedForest;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures a method of {@link ScoringBenchmarks} in a JVM of its own. */
record JmhFork(Workspace workspace, Schedule schedule) {
    private static final String CLASS_PATH = "java.class.path";

    RunResult measure(Contender contender, TrainedForest forest) {
        String own = System.getProperty(CLASS_PATH);
        try {
            System.setProperty(CLASS_PATH, classPath(contender, own)); // JMH hands it to its forks
            return new Runner(options(contender, forest)).runSingle();
        } catch (RunnerException e) {
            throw new BenchmarkFailedException(contender.title() + " on " + forest + " failed: " + e.getMessage(), e);
        } finally {
            System.setProperty(CLASS_PATH, own);
        }
    }

    /** Spark comes first, as it needs its own versions, and brings its own logging. */
    private String classPath(Contender contender, String own) {
        if (contender.platform() != Contender.Platform.JVM_WITH_SPARK) {
            return own;
        }
        String ours = Stream.of(own.split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("slf4j-nop"))
                .collect(Collectors.joining(File.pathSeparator));
        return workspace.classPath(Workspace.TRAINING) + File.pathSeparator + ours;
    }

    private Options options(Contender contender, TrainedForest forest) {
        return new OptionsBuilder()
                .include("^" + ScoringBenchmarks.class.getName().replace(".", "\\.") + "\\." + contender.entry() + "$")
                .param("folder", forest.files().folder().toString())
                .forks(1)
                .jvmArgs(jvmArguments(contender).toArray(String[]::new))
                .warmupIterations(schedule.warmUps(contender))
                .warmupTime(schedule.iteration())
                .measurementIterations(schedule.iterations())
                .measurementTime(schedule.iteration())
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
    }

    private List<String> jvmArguments(Contender contender) {
        List<String> arguments = new ArrayList<>(List.of("-Xms1g", "-Xmx2g"));
        if (contender.platform() == Contender.Platform.JVM_WITH_SPARK) {
            arguments.addAll(workspace.neededJvmOptions(Workspace.TRAINING));
        }
        return arguments;
    }
}
