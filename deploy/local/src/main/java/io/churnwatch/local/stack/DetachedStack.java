package io.churnwatch.local.stack;

import io.churnwatch.local.ExitCode;
import io.churnwatch.local.service.ChildProcess;
import io.churnwatch.local.service.Executables;
import io.churnwatch.local.service.StopSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Starts the supervisor in the background, and shows what it says until the board is live. */
public final class DetachedStack {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

    private final StackHome home;
    private final Progress progress;

    public DetachedStack(StackHome home, Progress progress) {
        this.home = home;
        this.progress = progress;
    }

    /** Returns 0 once the board is live, else the supervisor's exit code. */
    public int up(List<String> arguments) {
        LocalStack.refuseSecond(home);
        LogFollower log = LogFollower.fromEnd(home.log("up"));
        ChildProcess supervisor = ChildProcess.start(command(arguments));
        Thread giveUp = new Thread(supervisor::close, "give-up");
        Runtime.getRuntime().addShutdownHook(giveUp);
        while (supervisor.isAlive()) {
            log.newLines().forEach(progress::tell);
            Optional<StackStatus> status = StackStatus.of(home);
            if (status.filter(now -> now.state() == StackState.LIVE).isPresent()) {
                log.newLines().forEach(progress::tell);
                Runtime.getRuntime().removeShutdownHook(giveUp);
                Greeting.print(home, status.get().url(), progress);
                return ExitCode.OK;
            }
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
        log.newLines().forEach(progress::tell);
        return supervisor.exitCode() == 0 ? ExitCode.FAILED : supervisor.exitCode();
    }

    private ChildProcess.Command command(List<String> arguments) {
        List<String> commandLine = new ArrayList<>(List.of(
                Executables.java(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                JavaProgram.COMMAND_LINE));
        commandLine.addAll(arguments);
        return new ChildProcess.Command(
                "supervisor", commandLine, Map.of(), home.log("up"), home.pidFile("up"), StopSignal.TERMINATE);
    }
}
