package org.apache.flink.metrics.prometheus;

import io.prometheus.client.exporter.HTTPServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.apache.flink.metrics.MetricConfig;

/**
 * Shows this process's metrics to a Prometheus on the same machine. Flink's own reporter listens on every address and has
 * no setting for it; this class is in its package because the registry of the metrics is visible only there.
 */
final class LocalPrometheusReporter extends AbstractPrometheusReporter {
    private final HTTPServer server;

    LocalPrometheusReporter(int port) throws IOException {
        server = new HTTPServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), registry, true);
    }

    /** Keeps every character of a label, such as a model's version or an operator's name. Prometheus accepts any text there. */
    @Override
    public void open(MetricConfig config) {
        config.setProperty("filterLabelValueCharacters", "false");
        super.open(config);
    }

    @Override
    public void close() {
        server.stop();
        super.close();
    }
}
