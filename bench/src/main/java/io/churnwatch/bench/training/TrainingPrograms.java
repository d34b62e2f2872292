package io.churnwatch.bench.training;

import io.churnwatch.bench.process.PythonEnvironment;
import io.churnwatch.bench.process.Workspace;
import io.churnwatch.bench.report.Versions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command lines of programs of {@code training-spark}, or one of its peers in Python. */
record TrainingPrograms(Workspace workspace) {
    private static final String PEERS = "training";

    /** A main class that runs on Spark, in a JVM with so much memory and every core. */
    List<String> spark(String mainClass, String memory, List<String> arguments) {
        List<String> commandLine = new ArrayList<>();
        commandLine.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        commandLine.addAll(workspace.neededJvmOptions(Workspace.TRAINING));
        commandLine.add("-Dspark.master=local[*]");
        commandLine.add("-Xmx" + memory);
        commandLine.addAll(List.of(
                "-cp",
                workspace.classPath(Workspace.TRAINING)
                        + File.pathSeparator
                        + workspace.root().resolve("bench/target/classes"),
                mainClass));
        commandLine.addAll(arguments);
        return commandLine;
    }

    /** What both train with: {@code Spark 4.0.1, scikit-learn 1.9.0, …}. */
    String versions() throws IOException {
        Stream<String> spark = Versions.ofJar(workspace.classPath(Workspace.TRAINING), "spark-mllib_2.13").stream()
                .map(version -> "Spark " + version);
        Stream<String> python = Files.readAllLines(requirements()).stream()
                .filter(line -> line.matches("(scikit-learn|pandas|numpy)==.*"))
                .map(line -> line.replace("==", " ").replace(" \\", ""));
        return Stream.concat(spark, python).collect(Collectors.joining(", "));
    }

    /** A script beside this benchmark's requirements. */
    List<String> python(String script, List<String> arguments) {
        PythonEnvironment environment =
                new PythonEnvironment(workspace.cache().resolve("python-training"), requirements());
        return Stream.concat(
                        Stream.of(
                                environment.python().toString(),
                                workspace.peerSource(PEERS + "/" + script).toString()),
                        arguments.stream())
                .toList();
    }

    private Path requirements() {
        return workspace.peerSource(PEERS + "/requirements.txt");
    }
}
