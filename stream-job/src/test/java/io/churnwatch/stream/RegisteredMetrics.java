package io.churnwatch.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.HistogramStatistics;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.groups.AbstractMetricGroup;
import org.apache.flink.runtime.metrics.groups.GenericMetricGroup;
import org.apache.flink.runtime.metrics.util.TestingMetricRegistry;

/** The metrics of a group as a reporter sees them, by their name and variables: {@code rejected{<reason>=erased}}. */
public final class RegisteredMetrics {
    private final Map<String, Metric> metrics = new HashMap<>();
    private final MetricGroup group = new GenericMetricGroup(
            TestingMetricRegistry.builder().setRegisterConsumer(this::add).build(), null, "test");

    private void add(Metric metric, String name, AbstractMetricGroup<?> group) {
        Map<String, String> variables = group.getAllVariables();
        metrics.put(variables.isEmpty() ? name : name + variables, metric);
    }

    public MetricGroup group() {
        return group;
    }

    public long counter(String name) {
        return ((Counter) metric(name)).getCount();
    }

    public Object gauge(String name) {
        return ((Gauge<?>) metric(name)).getValue();
    }

    public HistogramStatistics histogram(String name) {
        return ((Histogram) metric(name)).getStatistics();
    }

    private Metric metric(String name) {
        return Objects.requireNonNull(metrics.get(name), () -> name + " is not among " + metrics.keySet());
    }
}
