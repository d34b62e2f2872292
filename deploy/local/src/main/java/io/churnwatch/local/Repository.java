package io.churnwatch.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder that this software was built in, with what the build left in its modules. */
public record Repository(Path root) {
    /** The environment variable in which the script passes its folder. */
    public static final String ROOT = "CHURNWATCH_ROOT";

    public static Repository find() {
        Path start =
                Path.of(Optional.ofNullable(System.getenv(ROOT)).orElse("")).toAbsolutePath();
        return Stream.iterate(start, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("mvnw")))
                .findFirst()
                .map(Repository::new)
                .orElseThrow(() -> CommandFailedException.failed(
                        "Not inside a Churnwatch repository: " + start + ". Use the script ./churnwatch."));
    }

    public Path web() {
        return root.resolve("web/out");
    }

    /** A module's jar and everything that it needs at run time. */
    public String classPath(String module) {
        Path target = root.resolve(module).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            Path jar = files.filter(Repository::isMainJar).findFirst().orElseThrow();
            String dependencies = Files.readString(target.resolve("runtime-classpath.txt"));
            return jar + File.pathSeparator + dependencies.strip();
        } catch (IOException | NoSuchElementException e) {
            throw CommandFailedException.failed(
                    "The module " + module + " is not built. Build with ./mvnw package -DskipTests.");
        }
    }

    /** The options that a module wants for its JVM, as an argument file of the launcher. */
    public Optional<Path> jvmOptions(String module) {
        return Optional.of(root.resolve(module).resolve("jvm.options")).filter(Files::exists);
    }

    private static boolean isMainJar(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("churnwatch-")
                && name.endsWith(".jar")
                && !name.endsWith("-tests.jar")
                && !name.endsWith("-sources.jar")
                && !name.endsWith("-javadoc.jar");
    }
}
