package io.churnwatch.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlinkClusterTest {
    @TempDir
    Path folder;

    @Test
    void everythingListensOnThisMachineOnly() throws Exception {
        cluster();

        assertThat(Files.readAllLines(folder.resolve("config.yaml")))
                .filteredOn(line -> line.contains("host") || line.contains("address"))
                .hasSizeGreaterThan(4)
                .allMatch(line -> line.endsWith(": '127.0.0.1'"));
    }

    @Test
    void theHeapIsTheOneInTheConfiguration() throws Exception {
        FlinkCluster cluster = cluster();

        assertThat(Files.readString(folder.resolve("config.yaml")))
                .contains("taskmanager.memory.framework.heap.size: '128m'")
                .contains("taskmanager.memory.task.heap.size: '384m'");
        assertThat(cluster.program(cluster.taskManagers().get(0)).main().heap()).isEqualTo("512m");
    }

    @Test
    void eachProcessShowsItsMetricsOnAPortOfItsOwn() {
        FlinkCluster cluster = cluster();

        assertThat(cluster.taskManagers())
                .extracting(FlinkCluster.TaskManager::metricsPort)
                .doesNotHaveDuplicates()
                .doesNotContain(8082);
        assertThat(cluster.jobManager().arguments()).contains("metrics.reporter.prometheus.port=8082");
    }

    private FlinkCluster cluster() {
        return FlinkCluster.at(folder, 8081, 8082, Map.of());
    }
}
