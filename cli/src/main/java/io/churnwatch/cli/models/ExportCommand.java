package io.churnwatch.cli.models;

import io.churnwatch.cli.database.CommandLineDatabase;
import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.ExitCode;
import io.churnwatch.local.stack.RunningStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a model as PMML. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes a model as PMML, to the standard output or a file. Its SHA-256 is checked.",
        footer = {"", "Example:", "  ./churnwatch models export rf-20261124-101500 --to model.pmml"})
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "VERSION", description = "The model, as './churnwatch models list' names it.")
    private String version = "";

    @Option(names = "--to", paramLabel = "FILE", description = "Where to; it is written over.")
    private @Nullable Path to;

    @Override
    public Integer call() throws IOException {
        if (to != null) {
            requireFolderOf(to);
        }
        byte[] pmml = new StoredModel(CommandLineDatabase.of(RunningStack.find().environment()), version).pmml();
        if (to == null) {
            System.out.write(pmml);
            System.out.flush();
        } else {
            Files.write(to, pmml);
            System.err.printf("Wrote %s, %,d bytes.%n", to, pmml.length);
        }
        return ExitCode.OK;
    }

    private static void requireFolderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw CommandFailedException.badFile(file + " is a folder; name a file in it.");
        }
        if (!Files.isDirectory(folder)) {
            throw CommandFailedException.badFile(
                    "There is no folder " + folder + " to write " + file.getFileName() + " to.");
        }
    }
}
