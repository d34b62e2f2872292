package org.apache.flink.metrics.prometheus;

import io.prometheus.client.exporter.HTTPServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Shows this process's metrics to a Prometheus on the same machine. Flink's own reporter listens on every address and has
 * no setting for it; this class stands in its package because only there the registry of the metrics is visible.
 */
final class LocalPrometheusReporter extends AbstractPrometheusReporter {
    private final HTTPServer server;

    LocalPrometheusReporter(int port) throws IOException {
        server = new HTTPServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), registry, true);
    }

    @Override
    public void close() {
        server.stop();
        super.close();
    }
}
