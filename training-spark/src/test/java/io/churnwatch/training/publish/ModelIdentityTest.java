package io.churnwatch.training.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.store.training.Algorithm;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ModelIdentityTest {
    @Test
    void theNameIsTheTimeInUtc() {
        assertThat(ModelIdentity.of(Algorithm.FOREST, Instant.parse("2026-11-23T05:35:09.999Z"))
                        .name())
                .isEqualTo("rf-20261123-053509");
    }
}
