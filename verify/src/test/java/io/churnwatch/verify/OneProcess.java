package io.churnwatch.verify;

import io.churnwatch.local.service.Ports;
import io.churnwatch.local.service.Service;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** How the job is started in one process, with a checkpoint every second. */
final class OneProcess {
    private static final String METRICS_PORT = "CHURNWATCH_METRICS_PORT";

    static Map<String, String> environment(Path stateDir, Service... services) {
        Map<String, String> environment = new HashMap<>();
        for (Service service : services) {
            environment.putAll(service.environment());
        }
        environment.put("CHURNWATCH_STATE_DIR", stateDir.toString());
        environment.put("CHURNWATCH_FLINK_PORT", "0");
        environment.put(METRICS_PORT, Integer.toString(Ports.free()));
        environment.put("CHURNWATCH_CHECKPOINT_MILLIS", "1000");
        return environment;
    }

    static JobMetrics metrics(Map<String, String> environment) {
        return new JobMetrics(Integer.parseInt(environment.get(METRICS_PORT)));
    }

    private OneProcess() {}
}
