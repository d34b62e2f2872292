package io.churnwatch.local.stack;

import io.churnwatch.local.ExitCode;
import io.churnwatch.local.service.ChildProcess;
import io.churnwatch.local.service.Executables;
import io.churnwatch.local.service.StopSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts the supervisor in the background, and shows its log until the board is live. */
public final class DetachedStack {
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
        log.follow(() -> supervisor.isAlive() && liveStatus().isEmpty(), progress::print);
        Optional<StackStatus> live = liveStatus();
        if (live.isEmpty()) {
            return supervisor.exitCode() == 0 ? ExitCode.FAILED : supervisor.exitCode();
        }
        Runtime.getRuntime().removeShutdownHook(giveUp);
        Greeting.print(home, live.get().url(), progress);
        return ExitCode.OK;
    }

    private Optional<StackStatus> liveStatus() {
        return StackStatus.of(home).filter(status -> status.state() == StackState.LIVE);
    }

    private ChildProcess.Command command(List<String> arguments) {
        List<String> commandLine = new ArrayList<>(List.of(
                Executables.java(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                MainClass.COMMAND_LINE.className()));
        commandLine.addAll(arguments);
        return new ChildProcess.Command(
                "supervisor", commandLine, Map.of(), home.log("up"), home.pidFile("up"), StopSignal.TERMINATE);
    }
}
