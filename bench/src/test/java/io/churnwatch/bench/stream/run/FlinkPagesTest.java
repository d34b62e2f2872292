package io.churnwatch.bench.stream.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FlinkPagesTest {
    @Test
    void countersOfTheSubtasksOfAnOperatorAreAddedUp() throws Exception {
        String page = """
                # TYPE flink_taskmanager_job_task_operator_rows_written gauge
                flink_taskmanager_job_task_operator_rows_written{operator_name="Write to PostgreSQL: Writer",subtask="0",} 1.5E3
                flink_taskmanager_job_task_operator_rows_written{operator_name="Write to PostgreSQL: Writer",subtask="1",} 500.0
                flink_taskmanager_job_task_operator_rows_written{operator_name="Write rollups: Writer",subtask="0",} 7.0
                """;
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/metrics", exchange -> {
            byte[] answer = page.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            FlinkPages pages = new FlinkPages(0, server.getAddress().getPort());

            assertThat(pages.counter("rows_written", "Write to PostgreSQL")).isEqualTo(2_000);
            assertThat(pages.counter("rows_written", "Discard results")).isZero();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void checkpointsAreReadFromFlinksSummary() throws Exception {
        String answer = """
                {"counts": {"completed": 3}, "summary": {"end_to_end_duration": {"avg": 120, "max": 300}},
                 "latest": {"completed": {"state_size": 9000, "checkpointed_size": 1000}}}""";

        assertThat(FlinkPages.checkpoints(new JsonMapper().readTree(answer)))
                .isEqualTo(new Checkpoints(3, 9_000, 1_000, 120, 300));
    }
}
