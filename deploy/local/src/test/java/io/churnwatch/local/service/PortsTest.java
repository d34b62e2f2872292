package io.churnwatch.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void noPortIsGivenTwice() {
        // So many that without a memory one comes twice: the kernel chooses among some 28,000.
        assertThat(IntStream.range(0, 3_000).map(i -> Ports.free())).doesNotHaveDuplicates();
    }
}
