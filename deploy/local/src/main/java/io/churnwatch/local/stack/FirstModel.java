package io.churnwatch.local.stack;

import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.Repository;
import io.churnwatch.local.service.ChildProcess;

/** Trains a model when there is no champion yet, and shows the log of the training. */
final class FirstModel {
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
            log.follow(process::isAlive, line -> progress.print("             " + line));
            if (process.exitCode() != 0) {
                throw CommandFailedException.failed(
                        "The training failed; its log is " + home.log(training.name()) + ".");
            }
            return process.exitCode();
        }
    }
}
