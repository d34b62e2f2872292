package io.churnwatch.scoring.jpmml.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.jpmml.JpmmlModel;
import io.churnwatch.scoring.pmml.PmmlForest;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the documents of {@code models} are what they claim to be, by jpmml's own account. */
class ModelZooTest {
    private static final Path MODELS = Path.of("src/test/resources/models");
    private static final String DOCUMENT = ".pmml.gz";
    private static final String SPARK_SCORES = ".spark.csv.gz";
    private static final Map<String, JpmmlModel> READ = new HashMap<>();

    static List<String> models() throws IOException {
        return namesOf(DOCUMENT);
    }

    static List<String> sparkModels() throws IOException {
        return namesOf(SPARK_SCORES);
    }

    @ParameterizedTest
    @MethodSource("models")
    void jpmmlScoresTheVerificationRowsAsTheLibraryDid(String name) throws IOException {
        JpmmlModel model = jpmml(name);

        assertThatCode(model::verify).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("models")
    void jpmmlTellsCompleteCustomersApart(String name) throws IOException, NotScorableException {
        JpmmlModel model = jpmml(name);

        Set<Double> scores = new HashSet<>();
        for (ScoredRow row : sparkScored("spark-forest")) {
            scores.add(model.score(row.features()));
        }

        assertThat(scores)
                .hasSizeGreaterThan(1)
                .allSatisfy(score -> assertThat(score).isBetween(0.0, 1.0));
    }

    @ParameterizedTest
    @MethodSource("sparkModels")
    void jpmmlScoresAsSparkDid(String name) throws IOException, NotScorableException {
        JpmmlModel model = jpmml(name);

        for (ScoredRow row : sparkScored(name)) {
            assertThat(model.score(row.features())).isCloseTo(row.probability(), within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("sparkModels")
    void ourEngineScoresAsSparkDid(String name) throws IOException, NotScorableException {
        PmmlForest forest;
        try {
            forest = PmmlForest.read(read(name + DOCUMENT));
        } catch (UnsupportedPmmlException e) {
            return; // which ones those are, ParityTest lists
        }

        for (ScoredRow row : sparkScored(name)) {
            assertThat(forest.score(row.features())).isCloseTo(row.probability(), within(1e-12));
        }
    }

    private static List<String> namesOf(String ending) throws IOException {
        try (Stream<Path> files = Files.list(MODELS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }

    /** Reading a document takes most of a test's time, and every test only asks it. */
    private static JpmmlModel jpmml(String name) throws IOException {
        JpmmlModel known = READ.get(name);
        if (known != null) {
            return known;
        }
        JpmmlModel model = JpmmlModel.read(read(name + DOCUMENT));
        READ.put(name, model);
        return model;
    }

    private static List<ScoredRow> sparkScored(String name) throws IOException {
        List<String> lines = new String(read(name + SPARK_SCORES), StandardCharsets.UTF_8)
                .lines()
                .toList();
        List<String> header = List.of(lines.get(0).split(","));
        return lines.stream().skip(1).map(line -> ScoredRow.of(header, line)).toList();
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(MODELS.resolve(file)))) {
            return in.readAllBytes();
        }
    }

    private record ScoredRow(Features features, double probability) {
        static ScoredRow of(List<String> header, String line) {
            String[] cells = line.split(",", -1);
            Map<String, AttributeValue> values = new HashMap<>();
            for (int i = 0; i < cells.length - 1; i++) {
                if (!cells[i].isEmpty()) {
                    values.put(header.get(i), value(header.get(i), cells[i]));
                }
            }
            return new ScoredRow(Features.of(values), Double.parseDouble(cells[cells.length - 1]));
        }

        private static AttributeValue value(String field, String cell) {
            boolean text = ProfileField.named(field).orElseThrow().kind() == ProfileField.Kind.TEXT;
            return text ? AttributeValue.of(cell) : AttributeValue.of(Double.parseDouble(cell));
        }
    }
}
