package io.churnwatch.bench.scoring.forest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PeerToolsTest {
    @Test
    void aProgramThatIsMissingOrSaysNoIsNoTool() {
        assertThat(PeerTools.succeeds(List.of("sh", "-c", "exit 0"))).isTrue();
        assertThat(PeerTools.succeeds(List.of("sh", "-c", "exit 1"))).isFalse();
        assertThat(PeerTools.succeeds(List.of("no-such-program"))).isFalse();
    }
}
