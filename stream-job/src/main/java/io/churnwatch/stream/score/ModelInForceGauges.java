package io.churnwatch.stream.score;

import java.util.HashSet;
import java.util.Set;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** One gauge for each model that has judged an event: 1 for the model of the latest event, 0 for the others. */
final class ModelInForceGauges {
    private final MetricGroup group;
    private final Set<String> shown = new HashSet<>();
    private volatile String current = "";

    ModelInForceGauges(MetricGroup group) {
        this.group = group;
    }

    void switchTo(String version) {
        if (version.equals(current)) {
            return;
        }
        current = version;
        if (shown.add(version)) { // a version that comes back has its gauge already
            Gauge<Integer> inForce = () -> version.equals(current) ? 1 : 0;
            group.addGroup("model_version", version).gauge("model_in_force", inForce);
        }
    }
}
