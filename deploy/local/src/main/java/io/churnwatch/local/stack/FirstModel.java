package io.churnwatch.local.stack;

import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.ExitCode;
import io.churnwatch.local.service.ChildProcess;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Trains a model when no model is in charge yet, and shows what the training says. */
final class FirstModel {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

    private final Repository repository;
    private final StackHome home;
    private final Progress progress;

    FirstModel(Repository repository, StackHome home, Progress progress) {
        this.repository = repository;
        this.home = home;
        this.progress = progress;
    }

    int train(JavaProgram training) {
        LogFollower log = LogFollower.fromEnd(home.log(training.name()));
        try (ChildProcess process = ChildProcess.start(training.command(repository, home))) {
            while (process.isAlive()) {
                LockSupport.parkNanos(POLL_INTERVAL.toNanos());
                show(log);
            }
            show(log);
            if (process.exitCode() != 0) {
                throw new CommandFailedException(
                        ExitCode.FAILED, "The training failed; its log is " + home.log(training.name()) + ".");
            }
            return process.exitCode();
        }
    }

    private void show(LogFollower log) {
        log.newLines().forEach(line -> progress.tell("             " + line));
    }
}
