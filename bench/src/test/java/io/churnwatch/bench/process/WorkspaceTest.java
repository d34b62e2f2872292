package io.churnwatch.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    @TempDir
    private Path root;

    @Test
    void aMeasuredJvmHasItsOwnHeapCollectorAndCompiler() throws IOException {
        Files.createDirectory(root.resolve("training"));
        Files.writeString(root.resolve("training/jvm.options"), """
                # What Spark needs
                --add-opens=java.base/java.lang=ALL-UNNAMED
                -Dio.netty.tryReflectionSetAccessible=true
                -Xmx2g
                -XX:TieredStopAtLevel=1
                """);

        assertThat(new Workspace(root).neededJvmOptions("training"))
                .containsExactly(
                        "--add-opens=java.base/java.lang=ALL-UNNAMED", "-Dio.netty.tryReflectionSetAccessible=true");
    }
}
