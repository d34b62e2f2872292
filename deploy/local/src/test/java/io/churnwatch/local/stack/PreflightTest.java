package io.churnwatch.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.local.stack.StackPorts.Listener;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
    @Test
    void aFullDiskIsNamed() {
        assertThatThrownBy(() -> Preflight.checkDisk(Path.of("/data"), 512L << 20))
                .hasMessageContaining("/data has 0.5 GiB left")
                .hasMessageContaining("CHURNWATCH_HOME");
        assertThatCode(() -> Preflight.checkDisk(Path.of("/data"), 1L << 30)).doesNotThrowAnyException();
    }

    @Test
    void aTakenPortIsNamedWithItsOptionAndItsHolder(@TempDir Path temp) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StackPorts ports = StackPorts.load(temp.resolve("none"), Map.of(Listener.FLINK, taken.getLocalPort()));

            assertThatThrownBy(() -> Preflight.checkPorts(ports))
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is taken by process "
                            + ProcessHandle.current().pid() + " (java)")
                    .hasMessageContaining("--flink-port");
        }
    }

    @Test
    void onlyAListenerHoldsAPort() {
        String line = "   0: 0100007F:%s 00000000:0000 %s 00000000:00000000 00:00000000 00000000     0        0 4711 1";

        assertThat(PortHolder.listeningInode(String.format(line, "1F90", "0A"), 8080))
                .contains("4711");
        assertThat(PortHolder.listeningInode(String.format(line, "1F90", "01"), 8080))
                .isEmpty();
        assertThat(PortHolder.listeningInode(String.format(line, "1F91", "0A"), 8080))
                .isEmpty();
        assertThat(PortHolder.listeningInode("  sl  local_address rem_address   st", 8080))
                .isEmpty();
    }
}
