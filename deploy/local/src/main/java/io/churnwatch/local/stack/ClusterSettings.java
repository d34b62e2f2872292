package io.churnwatch.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.file.FilesUncheck;
import org.apache.commons.io.function.Uncheck;

/** Flink's {@code config.yaml} for a cluster on this machine, from a template that explains each choice. */
final class ClusterSettings {
    /** Framework and network memory, and the metaspace, as the template has them. */
    static final List<String> TASK_MANAGER_OPTIONS =
            List.of("-XX:MaxDirectMemorySize=192m", "-XX:MaxMetaspaceSize=160m");

    static void write(Path folder, int rpcPort, int webPort) {
        FilesUncheck.createDirectories(folder);
        String yaml = Uncheck.get(() -> IOUtils.resourceToString("/flink/config.yaml", UTF_8))
                .replace("${rpcPort}", Integer.toString(rpcPort))
                .replace("${webPort}", Integer.toString(webPort))
                .replace("${folder}", folder.toString().replace("'", "''"));
        Uncheck.run(() -> Files.writeString(folder.resolve("config.yaml"), yaml));
    }

    private ClusterSettings() {}
}
