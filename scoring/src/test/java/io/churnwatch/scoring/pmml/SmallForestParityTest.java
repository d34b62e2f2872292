package io.churnwatch.scoring.pmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.model.SmallForest;
import io.churnwatch.scoring.Features;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rows that Spark scored when it trained the forest: fails first when training and scoring part ways. */
class SmallForestParityTest {
    @Test
    void everyRowScoresAsSparkScoredIt() throws Exception {
        PmmlForest forest = PmmlForest.read(SmallForest.PMML);
        List<Map<String, String>> rows = rows();

        assertThat(rows).hasSizeGreaterThanOrEqualTo(200);
        for (Map<String, String> row : rows) {
            assertThat(forest.score(features(row)))
                    .as(row.toString())
                    .isCloseTo(Double.parseDouble(row.get("probability")), within(1e-12));
        }
    }

    @Test
    void theForestPassesItsOwnVerificationRows() throws Exception {
        assertThat(PmmlForest.read(SmallForest.PMML).verify()).isEqualTo(50);
    }

    @Test
    void aForestWithAnEditedLeafFailsThem() throws Exception {
        String edited = new String(SmallForest.PMML, StandardCharsets.UTF_8)
                .replaceFirst("(<ScoreDistribution value=\"1\" recordCount=\")([0-9.]+)\"", "$1$20\"");
        PmmlForest forest = PmmlForest.read(edited.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(forest::verify)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The model fails its own verification row");
    }

    private static Features features(Map<String, String> row) {
        Map<String, AttributeValue> values = new HashMap<>();
        row.forEach((name, cell) -> {
            if (!cell.isEmpty() && !name.equals("probability")) {
                boolean text = ProfileField.named(name).orElseThrow().kind() == ProfileField.Kind.TEXT;
                values.put(name, text ? AttributeValue.of(cell) : AttributeValue.of(Double.parseDouble(cell)));
            }
        });
        return Features.of(values);
    }

    private static List<Map<String, String>> rows() throws Exception {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                CustomerProfile.class.getResourceAsStream("/model/small-forest-scores.csv"), StandardCharsets.UTF_8))) {
            String[] header = reader.readLine().split(",", -1);
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < header.length; i++) {
                    row.put(header[i], cells[i]);
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
