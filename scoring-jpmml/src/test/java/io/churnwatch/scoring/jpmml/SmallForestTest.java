package io.churnwatch.scoring.jpmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.pmml.PmmlForest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The forest that Spark exported for the tests scores in both engines what Spark said. */
class SmallForestTest {
    private final List<String> lines = lines();
    private final byte[] pmml = resource("/model/small-forest.pmml");

    @Test
    void bothEnginesSayWhatSparkSaid() throws Exception {
        JpmmlModel jpmml = JpmmlModel.read(pmml);
        PmmlForest forest = PmmlForest.read(pmml);

        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(",", -1));
            Features features = features(cells);
            double spark = Double.parseDouble(cells.get(cells.size() - 1));
            assertThat(jpmml.score(features)).as(line).isEqualTo(spark, within(1e-12));
            assertThat(forest.score(features)).as(line).isEqualTo(jpmml.score(features));
        }
    }

    @Test
    void theRowsThatTheForestCarriesVerifyIt() {
        JpmmlModel.read(pmml).verify();

        assertThat(lines).hasSize(201);
    }

    private Features features(List<String> cells) throws Exception {
        List<String> header = List.of(lines.get(0).split(",", -1));
        CustomerProfile.Builder profile = new CustomerProfile.Builder();
        for (int i = 0; i < header.size() - 1; i++) {
            ProfileField field = ProfileField.named(header.get(i)).orElseThrow();
            profile.set(field, field.parse(cells.get(i)));
        }
        return Features.of(profile.build());
    }

    private static List<String> lines() {
        return new String(resource("/model/small-forest-scores.csv"), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(SmallForestTest.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
