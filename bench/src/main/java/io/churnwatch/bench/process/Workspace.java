package io.churnwatch.bench.process;

import io.churnwatch.local.Repository;
import io.churnwatch.local.sample.SampleCustomers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the benchmarks use of the folder that this software was built in, and leave there. */
public record Workspace(Path root) {
    /** The module that trains with Spark. */
    public static final String TRAINING = "training-spark";

    public static Workspace find() {
        return new Workspace(Repository.find().root());
    }

    /** Where forests and tools are kept from one run to the next. */
    public Path cache() {
        return root.resolve(".churnwatch/bench");
    }

    public Path report() {
        return root.resolve("docs/benchmarks");
    }

    /** A file of what the peers are made with, which is not Java: {@code requirements.txt}. */
    public Path peerSource(String name) {
        return root.resolve("bench/peers").resolve(name);
    }

    /** The sample that ships with the local stack, as a CSV in a folder. */
    public Path sampleCustomersIn(Path folder) throws IOException {
        return SampleCustomers.unpackTo(Files.createDirectories(folder).resolve("customers.csv"));
    }

    /** Holds the JVM options of a module. */
    public Path jvmOptionsFile(String module) {
        return root.resolve(module).resolve("jvm.options");
    }

    /**
     * What a module's classes need of a JVM. Its heap, collector and compiler are left out: they suit the module's own short runs,
     * and would slow down what is measured.
     */
    public List<String> neededJvmOptions(String module) {
        try {
            return Files.readAllLines(jvmOptionsFile(module)).stream()
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
}
