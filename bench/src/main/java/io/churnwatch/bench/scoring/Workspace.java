package io.churnwatch.bench.scoring;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder that this software was built in. */
record Workspace(Path root) {
    /** The environment variable by which the script says where it stands. */
    private static final String ROOT = "CHURNWATCH_ROOT";

    static Workspace find() {
        Path start =
                Path.of(Optional.ofNullable(System.getenv(ROOT)).orElse("")).toAbsolutePath();
        return Stream.iterate(start, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("mvnw")))
                .findFirst()
                .map(Workspace::new)
                .orElseThrow(() -> new BenchmarkFailedException("Not inside a Churnwatch repository: " + start));
    }

    Path cache() {
        return root.resolve(".churnwatch/bench");
    }

    Path report() {
        return root.resolve("docs/benchmarks");
    }

    /** The sample that ships with the local stack, as a zipped CSV. */
    Path sampleCustomers() {
        return root.resolve("deploy/local/src/main/resources/sample/customers.csv.gz");
    }

    Path jvmOptions(String module) {
        return root.resolve(module).resolve("jvm.options");
    }

    /** A module's classes and everything that they need at run time. */
    String classPath(String module) {
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
