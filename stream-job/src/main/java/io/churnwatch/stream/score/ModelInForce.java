package io.churnwatch.stream.score;

import java.util.HashSet;
import java.util.Set;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** A gauge for each model that has judged an event: 1 for that of the latest event, 0 for those before it. */
final class ModelInForce {
    private final MetricGroup group;
    private final Set<String> shown = new HashSet<>();
    private volatile String current = "";

    ModelInForce(MetricGroup group) {
        this.group = group;
    }

    void is(String version) {
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
