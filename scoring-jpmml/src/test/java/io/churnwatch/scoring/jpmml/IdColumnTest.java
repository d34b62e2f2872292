package io.churnwatch.scoring.jpmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdColumnTest {
    @ParameterizedTest
    @ValueSource(strings = {"customer_id", "CustomerId", "customerID", "id", "ID"})
    void itIsFoundInAnySpelling(String title) {
        assertThat(IdColumn.of("a.csv", List.of("Age", title))).contains(new IdColumn(title, 1));
    }

    @Test
    void theCustomersIdComesBeforeAnyOther() {
        assertThat(IdColumn.of("a.csv", List.of("id", "CustomerId"))).contains(new IdColumn("CustomerId", 1));
    }

    @Test
    void aFileMayHaveNone() {
        assertThat(IdColumn.of("a.csv", List.of("Age", "RowNumber"))).isEmpty();
    }

    @Test
    void twoAreRefused() {
        assertThatThrownBy(() -> IdColumn.of("a.csv", List.of("CustomerId", "customer_id")))
                .isInstanceOf(WrongInputException.class)
                .hasMessage("a.csv repeats the column CustomerId.");
    }
}
