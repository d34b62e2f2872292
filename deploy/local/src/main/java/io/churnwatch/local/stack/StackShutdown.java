package io.churnwatch.local.stack;

import io.churnwatch.local.service.PidFile;
import io.churnwatch.local.service.StopSignal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Stops a stack from outside: its supervisor, and what is left of it when that was killed. */
public final class StackShutdown {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

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

    /** One that was killed could not delete its pid file. One that starts at this moment keeps its own. */
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
        while (home.supervisor().running().isPresent()) {
            log.newLines().forEach(progress::tell);
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
        log.newLines().forEach(progress::tell);
        progress.say("Stopped");
        return true;
    }

    /** Parts outlive a supervisor that was killed; the pid files know them. */
    boolean stopLeftovers() {
        boolean any = false;
        for (Map.Entry<String, PidFile> part : pidFiles().entrySet()) {
            if (part.getValue().running().isPresent()) {
                progress.say("Stopping %s, which an earlier run left behind", part.getKey());
                any = true;
            }
            part.getValue().stop(signal(part.getKey()));
        }
        return any;
    }

    private static StopSignal signal(String part) {
        return switch (part) {
            case "postgres" -> StopSignal.INTERRUPT;
            case Parts.MLFLOW -> StopSignal.TERMINATE_GROUP;
            default -> StopSignal.TERMINATE;
        };
    }

    /** In the order in which they are to be stopped. */
    private Map<String, PidFile> pidFiles() {
        Map<String, PidFile> files = new LinkedHashMap<>();
        files.put(Parts.TRAINING, home.pidFile(Parts.TRAINING));
        files.put("feed", home.pidFile("feed"));
        Parts.allJobProcesses().forEach(process -> files.put(process, home.pidFile(process)));
        files.put(Parts.FIRST_TRAINING, home.pidFile(Parts.FIRST_TRAINING));
        files.put("api", home.pidFile("api"));
        for (String service : new String[] {Parts.MLFLOW, "kafka", "redis", "postgres"}) {
            files.put(service, home.service(service).pidFile());
        }
        return files;
    }
}
