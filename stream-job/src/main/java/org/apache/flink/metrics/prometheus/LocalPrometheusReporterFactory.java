package org.apache.flink.metrics.prometheus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Creates a {@link LocalPrometheusReporter}; its only setting is {@code port}. */
public final class LocalPrometheusReporterFactory implements MetricReporterFactory {
    @Override
    public MetricReporter createMetricReporter(Properties properties) {
        int port = Integer.parseInt(properties.getProperty("port"));
        try {
            return new LocalPrometheusReporter(port);
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " cannot be opened for Prometheus", e);
        }
    }
}
