package io.churnwatch.local.stack;

import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.ExitCode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder that this software was built in, with what the build left in its modules. */
public record Repository(Path root) {
    /** The environment variable by which the script says where it stands. */
    public static final String ROOT = "CHURNWATCH_ROOT";

    public static Repository find() {
        Path start =
                Path.of(Optional.ofNullable(System.getenv(ROOT)).orElse("")).toAbsolutePath();
        return Stream.iterate(start, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("mvnw")))
                .findFirst()
                .map(Repository::new)
                .orElseThrow(() -> new CommandFailedException(
                        ExitCode.FAILED,
                        "Not inside a Churnwatch repository: " + start + ". Use the script ./churnwatch."));
    }

    public Path web() {
        return root.resolve("web/out");
    }

    /** Runs a main class of a module that needs no stack, with this terminal; returns its exit code. */
    public int runMain(String module, String mainClass, String heap, List<String> arguments) {
        return new JavaProgram(module, module, mainClass, heap, List.of(), arguments, Map.of()).runHere(this);
    }

    /** A module's jar and everything that it needs at run time. */
    public String classPath(String module) {
        Path target = root.resolve(module).resolve("target");
        try {
            String dependencies =
                    Files.readString(target.resolve("runtime-classpath.txt")).strip();
            return jar(module, target) + File.pathSeparator + dependencies;
        } catch (IOException e) {
            throw notBuilt(module);
        }
    }

    /** The options that a module wants for its JVM, as an argument file of the launcher. */
    Optional<Path> jvmOptions(String module) {
        return Optional.of(root.resolve(module).resolve("jvm.options")).filter(Files::exists);
    }

    private static Path jar(String module, Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> isMainJar(file.getFileName().toString()))
                    .findFirst()
                    .orElseThrow(() -> notBuilt(module));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isMainJar(String name) {
        return name.startsWith("churnwatch-")
                && name.endsWith(".jar")
                && !name.endsWith("-tests.jar")
                && !name.endsWith("-sources.jar")
                && !name.endsWith("-javadoc.jar");
    }

    private static CommandFailedException notBuilt(String module) {
        return new CommandFailedException(
                ExitCode.FAILED, "The module " + module + " is not built. Build with ./mvnw package -DskipTests.");
    }
}
