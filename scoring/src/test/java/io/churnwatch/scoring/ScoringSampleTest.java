package io.churnwatch.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.model.SmallForest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScoringSampleTest {
    private static final String START = "```java\n";

    @Test
    void theSampleOfTheGuideScoresAndGivesReasons() throws Exception {
        assertThat(ScoringSample.describe(SmallForest.PMML).lines())
                .anySatisfy(line -> assertThat(line).startsWith("probability 0."))
                .anySatisfy(line -> assertThat(line).startsWith("age 0."))
                .anySatisfy(line -> assertThat(line).startsWith("Age 52: +"))
                .anySatisfy(line -> assertThat(line).startsWith("new data 0."))
                .endsWith("new model 0.0");
    }

    @Test
    void theGuideShowsTheSampleThatTheBuildCompiles() throws IOException {
        String guide = Files.readString(Path.of("../docs/scoring.md"));
        String sample = Files.readString(Path.of("src/test/java/io/churnwatch/scoring/ScoringSample.java"));
        int start = guide.indexOf(START) + START.length();

        assertThat(guide.substring(start, guide.indexOf("```\n", start)))
                .isEqualTo(sample.substring(sample.indexOf("/**")));
    }
}
