package io.churnwatch.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"jobs\":[]} | false",
                "{\"jobs\":[{\"state\":\"CREATED\",\"tasks\":{\"total\":4,\"running\":4}}]} | false",
                "{\"jobs\":[{\"state\":\"RUNNING\",\"tasks\":{\"total\":4,\"running\":3}}]} | false",
                "{\"jobs\":[{\"state\":\"RUNNING\",\"tasks\":{\"total\":0,\"running\":0}}]} | false",
                "{\"jobs\":[{\"state\":\"RUNNING\",\"tasks\":{\"total\":4,\"running\":4}}]} | true",
            })
    void theJobRunsWhenAllItsTasksDo(String overview, boolean runs) throws Exception {
        assertThat(Readiness.allTasksRun(overview)).isEqualTo(runs);
    }
}
