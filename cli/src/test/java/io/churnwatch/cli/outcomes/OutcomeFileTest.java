package io.churnwatch.cli.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.csv.Report;
import io.churnwatch.store.outcome.ChurnOutcome;
import io.churnwatch.store.outcome.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeFileTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    private Path temp;

    private final List<OutcomeFile.Row> rows = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "'CustomerId,Exited,Date', '7,1,2026-03-04'",
        "'date;outcome;customer_id;branch', '2026-03-04;EXITED;7;Ulm'",
        "'customerId,OUTCOME,occurred_at', '7,left,2026-03-04 23:59:59'",
        "'customer_id,exited,occurredAt', '7,yes,2026-03-05T00:59:59+01:00'"
    })
    void anySpellingOrderAndSeparatorWill(String header, String row) throws IOException {
        assertThat(read(header, row).lines()).isEmpty();
        assertThat(rows)
                .extracting(OutcomeFile.Row::outcome)
                .containsExactly(new ChurnOutcome(7, Outcome.EXITED, Instant.parse("2026-03-04T23:59:59Z")));
    }

    @Test
    void brokenRowsAreNamedWithTheirFieldAndWhatItShouldBe() throws IOException {
        Report report = read(
                "customer_id,exited,date",
                "1,1,2026-03-04",
                "zero,1,2026-03-04",
                "2,perhaps,2026-03-04",
                "3,0,04.03.2026",
                "4,0,2026-11-26",
                "5,0",
                "1,0,2026-03-04",
                "1,1,2026-03-04",
                "6,0,2026-11-25");

        assertThat(rows).extracting(OutcomeFile.Row::line).containsExactly(2L, 10L);
        assertThat(report.problems())
                .containsExactly(
                        "line 3: customer_id must be a whole number from 1 to 9007199254740991, not 'zero'",
                        "line 4: exited must be 1 or EXITED for an exit, 0 or STAYED for a stay, not 'perhaps'",
                        "line 5: date must be a day such as 2026-03-04 or a time such as 2026-03-04T10:15:00Z, not"
                                + " '04.03.2026'",
                        "line 6: date lies in the future: 2026-11-26",
                        "line 7: has 2 columns, the header has 3",
                        "line 8: exited contradicts line 2 of customer 1 at the same time, which is kept",
                        "line 9: repeats line 2");
    }

    @Test
    void aHeaderThatLacksColumnsOrHasThemTwiceStops() {
        assertThatThrownBy(() -> read("id,exited", "1,1"))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("lacks the columns customer_id, date (or occurred_at)");
        assertThatThrownBy(() -> read("customer_id,exited,outcome,date", "1,1,EXITED,2026-03-04"))
                .hasMessageContaining("more than one column exited (or outcome)");
    }

    private Report read(String... lines) throws IOException {
        Path file = Files.write(temp.resolve("outcomes.csv"), List.of(lines));
        Report report = new Report(20);
        OutcomeFile.read(file, NOW, report, rows::add);
        return report;
    }
}
