package io.churnwatch.bench.scoring.forest;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The folder that this software was built in. */
public record Workspace(Path root) {
    /** The module that trains with Spark. */
    public static final String TRAINING = "training-spark";

    /** The environment variable by which the script says where it stands. */
    private static final String ROOT = "CHURNWATCH_ROOT";

    public static Workspace find() {
        Path start =
                Path.of(Optional.ofNullable(System.getenv(ROOT)).orElse("")).toAbsolutePath();
        return Stream.iterate(start, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("mvnw")))
                .findFirst()
                .map(Workspace::new)
                .orElseThrow(() -> new BenchmarkFailedException("Not inside a Churnwatch repository: " + start));
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
        Path zipped = root.resolve("deploy/local/src/main/resources/sample/customers.csv.gz");
        Path csv = folder.resolve("customers.csv");
        Files.createDirectories(folder);
        try (InputStream sample = new GZIPInputStream(Files.newInputStream(zipped))) {
            Files.copy(sample, csv, StandardCopyOption.REPLACE_EXISTING);
        }
        return csv;
    }

    Path jvmOptionsFile(String module) {
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

    /** A module's classes and everything that they need at run time. */
    public String classPath(String module) {
        Path target = root.resolve(module).resolve("target");
        try {
            String dependencies =
                    Files.readString(target.resolve("runtime-classpath.txt")).strip();
            return target.resolve("classes") + File.pathSeparator + dependencies;
        } catch (IOException e) {
            throw new BenchmarkFailedException(
                    "The module " + module + " is not built. Build with ./mvnw package -DskipTests.", e);
        }
    }
}
