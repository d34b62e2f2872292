package io.churnwatch.local.stack;

import io.churnwatch.local.service.PidFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Stops a stack from outside: its supervisor, and what a killed supervisor left running. */
public final class StackShutdown {
    private final StackHome home;
    private final Progress progress;

    public StackShutdown(StackHome home, Progress progress) {
        this.home = home;
        this.progress = progress;
    }

    /** Returns false when nothing ran. */
    public boolean stopAll() {
        boolean supervised = stopSupervisor();
        forgetDeadSupervisor();
        return stopLeftovers() || supervised;
    }

    /** A killed supervisor could not delete its pid file. One that starts at this moment keeps its own. */
    private void forgetDeadSupervisor() {
        if (home.supervisor().running().isEmpty()) {
            home.supervisor().delete();
        }
    }

    private boolean stopSupervisor() {
        return home.supervisor().running().map(this::stopSupervisor).orElse(false);
    }

    private boolean stopSupervisor(ProcessHandle supervisor) {
        progress.say("Stopping the stack (process %d) …", supervisor.pid());
        LogFollower log = LogFollower.fromEnd(home.log("up"));
        supervisor.destroy();
        log.follow(() -> home.supervisor().running().isPresent(), progress::print);
        progress.say("Stopped");
        return true;
    }

    /** Stops the parts that outlived a killed supervisor, as their pid files name them. */
    boolean stopLeftovers() {
        List<String> parts = new ArrayList<>(Parts.NAMES);
        Collections.reverse(parts);
        boolean any = false;
        for (String part : parts) {
            PidFile pidFile = pidFile(part);
            if (pidFile.running().isPresent()) {
                progress.say("Stopping %s, which an earlier run left behind", part);
                any = true;
            }
            pidFile.stop(Parts.stopSignal(part));
        }
        return any;
    }

    private PidFile pidFile(String part) {
        return Parts.SERVICES.contains(part) ? home.service(part).pidFile() : home.pidFile(part);
    }
}
