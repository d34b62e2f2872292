package io.churnwatch.bench.scoring.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ForestShapeTest {
    @Test
    void aShapeReadsAsItIsWritten() {
        assertThat(ForestShape.parse("300x12"))
                .isEqualTo(new ForestShape(300, 12))
                .hasToString("300x12");
    }

    @Test
    void whatIsNoShapeIsNamed() {
        assertThatThrownBy(() -> ForestShape.parse("100*5")).hasMessageContaining("'100*5'");
    }
}
