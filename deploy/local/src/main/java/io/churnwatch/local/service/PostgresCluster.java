package io.churnwatch.local.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.file.FilesUncheck;
import org.apache.commons.io.function.Uncheck;

/** The data folder of a PostgreSQL server, and the programs that may touch it. */
record PostgresCluster(ServiceFolder folder, PostgresBinaries binaries, RunAs runAs) {

    static PostgresCluster in(ServiceFolder folder) {
        return new PostgresCluster(folder, PostgresBinaries.unpacked(), RunAs.notRoot());
    }

    Path data() {
        return folder.resolve("data");
    }

    List<String> command(String program, List<String> arguments) {
        return runAs.command(binaries.program(program), arguments);
    }

    /** Creates the data folder if there is none, and clears away what a crash left in an existing one. */
    void prepare(Path passwordFile) {
        if (!Files.exists(data())) {
            Uncheck.accept(this::create, passwordFile);
        }
        runAs.own(data());
        takeLockFromStranger(data().resolve("postmaster.pid"));
    }

    /** Moves the finished folder into place: a start that was killed half way begins again. */
    private void create(Path passwordFile) throws IOException {
        Path unfinished = folder.resolve("data.new");
        ServiceFolder.delete(unfinished);
        Files.createDirectory(unfinished);
        runAs.own(unfinished);
        initialise(unfinished);
        createDatabase(unfinished, Secrets.at(passwordFile));
        Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Only our role can connect, with its password; the superuser exists in single-user mode only. */
    private void initialise(Path data) throws IOException {
        List<String> initdb = command(
                "initdb",
                List.of(
                        "--pgdata=" + data,
                        "--username=postgres",
                        "--auth=reject",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
        run(initdb, "");
        Files.writeString(
                data.resolve("pg_hba.conf"), "host all " + PostgresServer.USER + " 127.0.0.1/32 scram-sha-256\n");
    }

    private void createDatabase(Path data, String password) throws IOException {
        String sql = "CREATE ROLE " + PostgresServer.USER + " LOGIN PASSWORD '" + password + "'\n" + "CREATE DATABASE "
                + PostgresServer.DATABASE + " OWNER " + PostgresServer.USER + "\n";
        run(command("postgres", List.of("--single", "-D", data.toString(), "postgres")), sql);
    }

    private void run(List<String> command, String input) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.logFile().toFile()))
                .start();
        feed(process, input);
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new ServiceFailedException("PostgreSQL's data folder could not be created. The end of "
                        + folder.logFile() + ":\n" + LogTail.of(folder.logFile(), 15));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceFailedException("Interrupted while PostgreSQL's data folder was created", e);
        }
    }

    private static void feed(Process process, String input) {
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It ended without reading; its exit code and its log show why.
        }
    }

    /**
     * After a crash the lock may name another process that got our server's id since, and PostgreSQL would refuse to start.
     * The lock must not be deleted: its other lines show PostgreSQL that workers of the dead server still write. So the lock
     * gets the id of our own process, which PostgreSQL accepts because it is its parent.
     */
    private void takeLockFromStranger(Path lock) {
        if (!Files.exists(lock)) {
            return;
        }
        List<String> lines = new ArrayList<>(FilesUncheck.readAllLines(lock));
        if (!lines.isEmpty() && isStranger(lines.get(0).strip())) {
            lines.set(0, Long.toString(ProcessHandle.current().pid()));
            FilesUncheck.write(lock, lines);
        }
    }

    private boolean isStranger(String pid) {
        try {
            return ProcessHandle.of(Long.parseLong(pid))
                    .filter(Liveness::isAlive)
                    .filter(process -> !servesThisFolder(process))
                    .isPresent();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private boolean servesThisFolder(ProcessHandle process) {
        try {
            return Files.readString(
                            Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.ISO_8859_1)
                    .contains(data().toString());
        } catch (IOException e) {
            return false;
        }
    }
}
