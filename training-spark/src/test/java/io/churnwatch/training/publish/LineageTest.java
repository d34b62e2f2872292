package io.churnwatch.training.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineageTest {
    @Test
    void knowsWithWhatAModelWasMade() {
        Lineage lineage = Lineage.here();

        assertThat(lineage.codeVersion()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(lineage.sparkVersion()).startsWith("4.");
        assertThat(lineage.pmmlVersion()).isEqualTo("4.4");
    }
}
