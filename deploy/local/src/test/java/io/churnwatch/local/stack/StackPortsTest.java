package io.churnwatch.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.stack.StackPorts.Listener;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackPortsTest {
    @Test
    void whatWasChosenOnceIsRemembered(@TempDir Path temp) {
        Path file = temp.resolve("ports.properties");
        StackPorts.load(file, Map.of(Listener.API, 9000)).save(file);

        StackPorts next = StackPorts.load(file, Map.of(Listener.KAFKA, 9001));

        assertThat(next.of(Listener.API)).isEqualTo(9000);
        assertThat(next.of(Listener.KAFKA)).isEqualTo(9001);
        assertThat(next.of(Listener.REDIS)).isEqualTo(16_379);
    }

    @Test
    void zeroIsAnyFreePort(@TempDir Path temp) {
        StackPorts ports = StackPorts.load(temp.resolve("none"), Map.of(Listener.API, 0, Listener.FLINK, 0));

        assertThat(ports.of(Listener.API)).isPositive().isNotEqualTo(ports.of(Listener.FLINK));
    }

    @Test
    void twoPartsOnOnePortAreRefused(@TempDir Path temp) {
        assertThatThrownBy(
                        () -> StackPorts.load(temp.resolve("none"), Map.of(Listener.API, 9000, Listener.FLINK, 9000)))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("Port 9000 is given to two parts");
    }

    @Test
    void aPortThatDoesNotExistIsRefused(@TempDir Path temp) {
        assertThatThrownBy(() -> StackPorts.load(temp.resolve("none"), Map.of(Listener.API, 70_000)))
                .hasMessage("--api-port must be from 1 to 65535, not 70000");
    }
}
