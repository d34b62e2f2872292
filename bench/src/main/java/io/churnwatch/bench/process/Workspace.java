package io.churnwatch.bench.process;

import io.churnwatch.local.Repository;
import io.churnwatch.local.sample.SampleCustomers;
import io.churnwatch.local.service.Executables;
import io.churnwatch.local.service.PythonPackages;
import io.churnwatch.local.service.ServiceFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The folder that this software was built in, as the benchmarks use it. */
public record Workspace(Path root) {
    /** The module that trains with Spark. */
    public static final String TRAINING = "training-spark";

    public static Workspace find() {
        return new Workspace(Repository.find().root());
    }

    /** Where forests are kept from one run to the next. */
    public Path cache() {
        return root.resolve(".churnwatch/bench");
    }

    /** A file of what the peers are made with, which is not Java: {@code requirements.txt}. */
    public Path peerSource(String name) {
        return root.resolve("bench/peers").resolve(name);
    }

    /** The sample that ships with the local stack, as a CSV in a folder. */
    public Path sampleCustomersIn(Path folder) throws IOException {
        return SampleCustomers.unpackTo(Files.createDirectories(folder).resolve("customers.csv"));
    }

    /**
     * Returns the JVM options that a module's classes need. Its heap, collector and compiler are left out: they suit the module's own
     * short runs, and would slow down what is measured.
     */
    public List<String> neededJvmOptions(String module) {
        try {
            return Files.readAllLines(root.resolve(module).resolve("jvm.options")).stream()
                    .filter(line -> line.startsWith("--add-opens") || line.startsWith("-D"))
                    .toList();
        } catch (IOException e) {
            throw new BenchmarkFailedException("The options of " + module + " cannot be read: " + e, e);
        }
    }

    /** A module's jar and everything that it needs at run time. */
    public String classPath(String module) {
        return new Repository(root).classPath(module);
    }

    /** A module's class path, and behind it the classes of this module. */
    public String classPathWithBenchmarks(String module) {
        return classPath(module) + File.pathSeparator + root.resolve("bench/target/classes");
    }

    /** The command line of a main class that runs on Spark, in a JVM with so much memory and every core. */
    public List<String> spark(String mainClass, String memory, List<String> arguments) {
        List<String> commandLine =
                new ArrayList<>(List.of(Executables.java(), "-Xmx" + memory, "-Dspark.master=local[*]"));
        commandLine.addAll(neededJvmOptions(TRAINING));
        commandLine.addAll(List.of("-cp", classPathWithBenchmarks(TRAINING), mainClass));
        commandLine.addAll(arguments);
        return commandLine;
    }

    /** The command line of a peer in Python, with the packages that the {@code requirements.txt} beside it lists. */
    public List<String> python(String script, List<String> arguments) {
        PythonPackages packages = pythonPackages(script);
        packages.obstacle().ifPresent(obstacle -> {
            throw new BenchmarkFailedException("Python's packages for " + script + " cannot be installed: " + obstacle);
        });
        if (!Files.exists(packages.folder())) {
            System.err.println("Installing Python's packages for " + script + " (once) …");
        }
        packages.make(ServiceFolder.at(cache().resolve("python-install")));
        return Stream.concat(
                        Stream.of(
                                packages.folder().resolve("bin/python").toString(),
                                peerSource(script).toString()),
                        arguments.stream())
                .toList();
    }

    private PythonPackages pythonPackages(String script) {
        try {
            return new PythonPackages(
                    "bench", Files.readAllBytes(peerSource(script).resolveSibling("requirements.txt")));
        } catch (IOException e) {
            throw new BenchmarkFailedException("The requirements of " + script + " cannot be read: " + e, e);
        }
    }
}
