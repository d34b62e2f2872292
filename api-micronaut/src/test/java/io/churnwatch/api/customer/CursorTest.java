package io.churnwatch.api.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.api.error.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 0.1, 1 / 3.0, Double.MIN_VALUE})
    void everyProbabilityIsReadBackToTheLastBit(double probability) {
        Cursor cursor = new Cursor(CustomerSort.RISK, probability, 15_634_602);

        assertThat(Cursor.decode(cursor.encode(), CustomerSort.RISK)).isEqualTo(cursor);
    }

    @Test
    void theUnscoredHaveNoProbability() {
        Cursor cursor = new Cursor(CustomerSort.RISK, null, 7);

        assertThat(Cursor.decode(cursor.encode(), CustomerSort.RISK)).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "junk", "UklTS34weA", "Q1VTVE9NRVJfSUR-fjc"})
    void whatWeDidNotWriteIsRefused(String encoded) {
        assertThatThrownBy(() -> Cursor.decode(encoded, CustomerSort.RISK)).isInstanceOf(ProblemException.class);
    }
}
