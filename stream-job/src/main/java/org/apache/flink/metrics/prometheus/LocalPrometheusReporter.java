package org.apache.flink.metrics.prometheus;

import io.prometheus.client.exporter.HTTPServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.apache.flink.metrics.MetricConfig;

/**
 * Shows this process's metrics to a Prometheus on the same machine. Flink's own reporter listens on every address and has
 * no setting for it; this class stands in its package because only there the registry of the metrics is visible.
 */
final class LocalPrometheusReporter extends AbstractPrometheusReporter {
    private final HTTPServer server;

    LocalPrometheusReporter(int port) throws IOException {
        server = new HTTPServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), registry, true);
    }

    /** A label says what is meant: a model's version, an operator's name, letter by letter. Prometheus takes any text there. */
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
