package io.churnwatch.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.local.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads the sources of all modules: which class writes a table, and which speaks JDBC. */
class TableOwnersTest {
    private static final Path ROOT = Repository.find().root();

    private static final List<String> MODULES = List.of(
            "api-micronaut",
            "cli",
            "deploy/local",
            "schemas",
            "scoring",
            "scoring-jpmml",
            "store",
            "stream-job",
            "training-spark",
            "verify");

    private static final Pattern WRITE =
            Pattern.compile("\\b(?:INSERT INTO|UPDATE|DELETE FROM|MERGE INTO|COPY)\\s+([a-z]+(?:_[a-z]+)*)\\b");

    private static final Pattern CREATE = Pattern.compile("CREATE TABLE ([a-z_]+)");

    private static final Pattern JDBC_TYPE = Pattern.compile("\\bjavax?\\.sql\\.(?!Timestamp\\b)");

    /** The job writes its projections in one transaction for a batch. */
    private static final String SINK = "the sink of the job";

    /** Two writers are two programs: the job projects the feed, the API keeps what only it uses (ADR 27). */
    private static final Map<String, Set<String>> WRITERS = Map.ofEntries(
            Map.entry("alert_configuration", Set.of("AlertConfigurationStore")),
            Map.entry("alert_count", Set.of(SINK)),
            Map.entry("alert_history", Set.of(SINK)),
            Map.entry("app_user", Set.of("UserStore")),
            Map.entry("band_change", Set.of("DriftReports")),
            Map.entry("challenger_comparison", Set.of("DriftReports")),
            Map.entry("churn_outcome", Set.of("ChurnOutcomes", SINK)),
            Map.entry("churn_risk_history", Set.of(SINK)),
            Map.entry("customer_churn", Set.of("CustomerChurn", "CustomerStore", SINK)),
            Map.entry("customer_risk", Set.of(SINK)),
            Map.entry("drift_field", Set.of("DriftReports")),
            Map.entry("drift_report", Set.of("DriftReports")),
            Map.entry("model_artifact", Set.of("ModelVersions")),
            Map.entry("model_baseline", Set.of("ModelVersions")),
            Map.entry("model_promotion", Set.of("ModelPromotions")),
            Map.entry("model_status", Set.of("ModelStatuses")),
            Map.entry("model_version", Set.of("ModelVersions")),
            Map.entry("outbox", Set.of("Outbox", "OutboxStore")),
            Map.entry("promotion_gate", Set.of("PromotionGate")),
            Map.entry("realised_quality", Set.of("DriftReports")),
            Map.entry("refresh_token", Set.of("RefreshTokenStore")),
            Map.entry("rescore_run", Set.of("RescoreStore")),
            Map.entry("risk_distribution", Set.of(SINK)),
            Map.entry("risk_trend", Set.of(SINK)),
            Map.entry("training_job", Set.of("TrainingJobs")),
            Map.entry("training_schedule", Set.of("TrainingSchedule")));

    private static final Set<String> TABLES = tables();

    /** The API pools connections and classifies their errors; Spark's rows hold a Timestamp. */
    private static final List<String> JDBC = List.of(
            "api-micronaut/src/main/java/io/churnwatch/api/database/",
            "deploy/local/src/main/java/io/churnwatch/local/service/PostgresServer.java",
            "store/",
            "stream-job/src/main/java/io/churnwatch/stream/config/DatabaseConfig.java",
            "stream-job/src/main/java/io/churnwatch/stream/sink/");

    @Test
    void eachTableIsWrittenByItsOwner() {
        Map<String, Set<String>> writers = new TreeMap<>();
        sources()
                .forEach(file -> WRITE.matcher(text(file)).results().forEach(write -> {
                    if (TABLES.contains(write.group(1))) {
                        writers.computeIfAbsent(write.group(1), table -> new TreeSet<>())
                                .add(writer(file));
                    }
                }));

        assertThat(writers).containsExactlyInAnyOrderEntriesOf(WRITERS);
    }

    @Test
    void onlyTheStoreAndTheExemptSpeakJdbc() {
        assertThat(sources()
                        .filter(file -> JDBC_TYPE.matcher(text(file)).find())
                        .map(file -> ROOT.relativize(file).toString()))
                .allMatch(file -> JDBC.stream().anyMatch(file::startsWith));
    }

    private static Stream<Path> sources() {
        return MODULES.stream()
                .map(module -> ROOT.resolve(module).resolve("src/main/java"))
                .flatMap(TableOwnersTest::files)
                .filter(file -> file.toString().endsWith(".java"));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.collect(Collectors.toList()).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String writer(Path file) {
        return file.toString().contains("/stream/sink/")
                ? SINK
                : file.getFileName().toString().replace(".java", "");
    }

    private static Set<String> tables() {
        return files(ROOT.resolve("store/src/main/resources/db/migration"))
                .filter(Files::isRegularFile)
                .flatMap(file -> CREATE.matcher(text(file)).results())
                .map(table -> table.group(1))
                .collect(Collectors.toSet());
    }
}
