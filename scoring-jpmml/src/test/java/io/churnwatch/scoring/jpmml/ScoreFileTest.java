package io.churnwatch.scoring.jpmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.churnwatch.model.SmallForest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScoreFileTest {
    /** No tree at all, which the built-in engine leaves to jpmml. */
    private static final String REGRESSION = """
            <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>
              <DataDictionary>
                <DataField name="churned" optype="categorical" dataType="string"><Value value="no"/><Value value="yes"/></DataField>
                <DataField name="age" optype="continuous" dataType="double"/>
              </DataDictionary>
              <RegressionModel functionName="classification" normalizationMethod="none">
                <MiningSchema><MiningField name="churned" usageType="target"/><MiningField name="age"/></MiningSchema>
                <RegressionTable targetCategory="yes" intercept="-0.5"><NumericPredictor name="age" coefficient="0.025"/></RegressionTable>
                <RegressionTable targetCategory="no" intercept="0"/>
              </RegressionModel>
            </PMML>
            """;

    @TempDir
    private Path folder;

    private Path forest;
    private Path regression;
    private String out = "";
    private String err = "";

    @BeforeEach
    void writeModels() throws IOException {
        forest = Files.write(folder.resolve("forest.pmml"), SmallForest.PMML);
        regression = Files.writeString(folder.resolve("regression.pmml"), REGRESSION);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void everyEngineSaysWhatSparkSaid(Engine engine) throws IOException {
        String customers = sparkScores();

        int exitCode = score(forest, customers, "--engine", engine.name().toLowerCase(Locale.ROOT));

        assertThat(exitCode).isZero();
        List<String> spark = customers.lines().toList();
        List<String> ours = out.lines().toList();
        assertThat(ours).hasSameSizeAs(spark).startsWith("probability");
        for (int i = 1; i < ours.size(); i++) {
            double expected =
                    Double.parseDouble(spark.get(i).substring(spark.get(i).lastIndexOf(',') + 1));
            assertThat(Double.parseDouble(ours.get(i))).as(spark.get(i)).isEqualTo(expected, within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aZippedModelScoresAsItDoesUnzipped(Engine engine) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(SmallForest.PMML);
        }
        Path zipped = Files.write(folder.resolve("forest.pmml.gz"), bytes.toByteArray());
        score(forest, sparkScores(), "--engine", engine.name());
        String unzipped = out;

        assertThat(score(zipped, sparkScores(), "--engine", engine.name())).isZero();
        assertThat(out).isEqualTo(unzipped);
    }

    @Test
    void contributionsAndBaseAddUpToTheProbability() throws IOException {
        int exitCode = score(forest, sparkScores(), "--explain");

        assertThat(exitCode).isZero();
        List<String> lines = out.lines().toList();
        assertThat(lines).hasSize(201);
        assertThat(lines.get(0))
                .isEqualTo("probability,credit_score,age,tenure,balance,num_of_products,has_cr_card,is_active_member,"
                        + "estimated_salary,geography,gender,base");
        for (String line : lines.subList(1, lines.size())) {
            double[] numbers = Arrays.stream(line.split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double sum = Arrays.stream(numbers, 1, numbers.length).sum();
            assertThat(sum).as(line).isEqualTo(numbers[0], within(1e-9));
        }
    }

    @Test
    void theIdIsCopiedInTheOrderOfTheFile() {
        assertThat(score(regression, "AGE,Customer_ID\n50,7\n30,\"=1+2\"\n")).isZero();

        assertThat(out.lines()).containsExactly("Customer_ID,probability", "7,0.75", "'=1+2,0.25");
    }

    @Test
    void theOwnEngineIsTakenWhereItReadsTheModel() throws IOException {
        score(forest, sparkScores());

        assertThat(err.lines())
                .containsExactly(
                        "scoring with the built-in engine",
                        "scored 200 rows in 0.5 s: 400 rows/s with the built-in engine");
    }

    @Test
    void jpmmlIsTakenForOtherModelsAndTheReasonIsSaid() {
        assertThat(score(regression, "age\n50\n")).isZero();

        assertThat(err)
                .startsWith(
                        "scoring with the jpmml engine; the built-in engine does not read this model: Not supported: RegressionModel")
                .contains("with the jpmml engine");
    }

    @Test
    void theOwnEngineRefusesWhatItDoesNotRead() {
        assertThat(score(regression, "age\n50\n", "--engine", "own")).isEqualTo(6);

        assertThat(out).isEmpty();
        assertThat(err)
                .startsWith("churnwatch: The built-in engine does not read " + regression
                        + ": Not supported: RegressionModel");
    }

    @Test
    void onlyTheOwnEngineExplains() {
        assertThat(score(forest, "age\n50\n", "--engine", "jpmml", "--explain")).isEqualTo(2);
        assertThat(err).startsWith("--explain needs the built-in engine");

        assertThat(score(regression, "age\n50\n", "--explain")).isEqualTo(6);
        assertThat(err)
                .startsWith("churnwatch: --explain needs the built-in engine, which does not read " + regression);
        assertThat(out).isEmpty();
    }

    @Test
    void aModelThatCannotBeExplainedIsNamedWithTheReason() throws IOException {
        String uncounted = new String(SmallForest.PMML, StandardCharsets.UTF_8)
                .replaceAll("(<ScoreDistribution value=\"0\") recordCount=\"[^\"]*\"", "$1 probability=\"0.5\"")
                .replaceAll("(<ScoreDistribution value=\"1\") recordCount=\"[^\"]*\"", "$1 probability=\"0.5\"");
        String withoutCounts = uncounted.replaceAll(" recordCount=\"[^\"]*\"", "");
        Path model = Files.writeString(folder.resolve("uncounted.pmml"), withoutCounts);

        assertThat(score(model, sparkScores(), "--explain")).isEqualTo(6);

        assertThat(err)
                .startsWith("churnwatch: The scores of " + model
                        + " cannot be explained: its leaves carry no record counts");
    }

    @Test
    void rowsThatCannotBeScoredStayInTheOutputAndAreNamed() {
        assertThat(score(regression, "id,age\n1,50\n2,\n3,old\n4\n5,30\n")).isEqualTo(1);

        assertThat(out.lines()).containsExactly("id,probability", "1,0.75", "2,", "3,", ",", "5,0.25");
        assertThat(err)
                .contains(
                        "line 3: The model needs age, which is unknown",
                        "line 4: age is 'old', which is not a number",
                        "line 5: has 1 columns, the header has 2",
                        "3 of 5 rows could not be scored",
                        "scored 2 rows in");
    }

    @Test
    void theFirstTwentyBadRowsAreNamedAndTheOthersCounted() {
        String customers = IntStream.rangeClosed(1, 1_025).mapToObj(i -> "old").collect(Collectors.joining("\n"));

        assertThat(score(regression, "age\n" + customers)).isEqualTo(1);

        assertThat(err.lines().filter(line -> line.startsWith("line "))).hasSize(20);
        assertThat(err).contains("… and 1,005 more", "1,025 of 1,025 rows could not be scored");
    }

    @Test
    void missingColumnsAreNamed() {
        assertThat(score(regression, "id,Years\n1,50\n")).isEqualTo(6);

        assertThat(out).isEmpty();
        assertThat(err.lines())
                .containsExactly("churnwatch: The standard input lacks the column age. Its header is: id,Years");
    }

    @Test
    void aModelThatIsNotThereOrIsNoPmmlIsRefused() throws IOException {
        Path nothing = folder.resolve("nothing.pmml");
        assertThat(score(nothing, "age\n50\n")).isEqualTo(6);
        assertThat(err).startsWith("churnwatch: There is no file " + nothing);

        Path text = Files.writeString(folder.resolve("text.pmml"), "age\n50\n");
        for (Engine engine : Engine.values()) {
            assertThat(score(text, "age\n50\n", "--engine", engine.name())).isEqualTo(6);
            assertThat(err).contains(text.toString(), "Not a PMML");
            assertThat(err.lines()).hasSize(1);
        }
    }

    @Test
    void aModelBeyondTheLimitsIsNotLeftToJpmml() throws IOException {
        String nested = REGRESSION.replace("<RegressionModel", "<Extension>".repeat(600) + "<RegressionModel");
        Path deep = Files.writeString(folder.resolve("deep.pmml"), nested);

        assertThat(score(deep, "age\n50\n")).isEqualTo(6);
        assertThat(err)
                .isEqualTo(
                        "churnwatch: " + deep
                                + " cannot be scored: Not a PMML document: its elements are nested more than 512 deep (line 6)\n");
    }

    private int score(Path model, String customers, String... options) {
        InputStream in = new ByteArrayInputStream(customers.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        StringWriter messages = new StringWriter();
        Iterator<Long> halfASecond = List.of(0L, 500_000_000L).iterator();
        String[] arguments = Stream.concat(
                        Stream.of("--model", model.toString(), "--customers", "-"), Arrays.stream(options))
                .toArray(String[]::new);
        int exitCode = new ScoreFile(in, csv, halfASecond::next)
                .commandLine()
                .setErr(new PrintWriter(messages, true))
                .execute(arguments);
        out = csv.toString(StandardCharsets.UTF_8);
        err = messages.toString();
        return exitCode;
    }

    private static String sparkScores() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ScoreFileTest.class.getResourceAsStream("/model/small-forest-scores.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
