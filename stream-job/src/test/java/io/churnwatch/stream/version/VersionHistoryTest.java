package io.churnwatch.stream.version;

import static io.churnwatch.feed.CustomerFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.churnwatch.model.AlertConfig;
import io.churnwatch.model.ControlMessage;
import io.churnwatch.model.IncreaseUnit;
import io.churnwatch.model.ModelPointer;
import io.churnwatch.model.ModelRole;
import io.churnwatch.model.SmallForest;
import io.churnwatch.stream.config.ModelEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VersionHistoryTest {
    private final MemoryRegistry registry = new MemoryRegistry();

    @BeforeEach
    void publishTheFirst() {
        registry.history.add(ControlMessage.of(
                new AlertConfig(1, true, 0.7, 20, IncreaseUnit.RELATIVE, 0.2, 0.05, 0, Instant.EPOCH)));
        registry.history.add(ControlMessage.of(published(SmallForest.VERSION, SmallForest.PMML, MORNING)));
    }

    @Test
    void aPromotionAppliesFromItsTimeOn() throws Exception {
        VersionHistory versions = versions();
        versions.add(ControlMessage.of(published("rf-next", renamed("rf-next"), MORNING.plusSeconds(10))));

        assertThat(versions.at(MORNING.plusSeconds(9)).modelVersion()).isEqualTo(SmallForest.VERSION);
        assertThat(versions.at(MORNING.plusSeconds(10)).modelVersion()).isEqualTo("rf-next");
        assertThat(versions.at(MORNING.plusSeconds(9)).modelVersion())
                .as("an earlier event is still judged by the earlier model")
                .isEqualTo(SmallForest.VERSION);
    }

    @Test
    void whatTheHistoryHadBroughtIsNeitherNewNorLoadedWhenTheControlTopicBringsItAgain() throws Exception {
        ControlMessage first = registry.history.get(1);
        ControlMessage past = ControlMessage.of(published("rf-old", renamed("rf-old"), MORNING.minusSeconds(10)));
        registry.history.add(past);
        ControlMessage next = ControlMessage.of(published("rf-new", renamed("rf-new"), MORNING.plusSeconds(10)));
        VersionHistory versions = versions();

        assertThat(versions.add(registry.history.get(0))).isFalse();
        assertThat(versions.add(first)).isFalse();
        assertThat(versions.add(past)).isFalse();
        assertThat(versions.add(next)).isTrue();
        assertThat(versions.add(next)).isFalse();
        assertThat(versions.at(MORNING.plusSeconds(10)).modelVersion()).isEqualTo("rf-new");
        assertThat(registry.fetched)
                .as("fetched before that")
                .doesNotContain(past.modelPointer().sha256());
    }

    @Test
    void aVersionThatComesAfterItsTimeAppliesAtOnce() throws Exception {
        VersionHistory versions = versions();
        assertThat(versions.at(MORNING.plusSeconds(20)).modelVersion()).isEqualTo(SmallForest.VERSION);
        versions.add(ControlMessage.of(published("rf-tardy", renamed("rf-tardy"), MORNING.plusSeconds(10))));

        assertThat(versions.at(MORNING.plusSeconds(20)).modelVersion()).isEqualTo("rf-tardy");
    }

    @Test
    void aModelThatFailsItsVerificationIsRefusedAndTheOneBeforeGoesOn() throws Exception {
        String edited = renamedText("rf-edited")
                .replaceFirst("(<ScoreDistribution value=\"1\" recordCount=\")([0-9.]+)\"", "$1$20\"");

        assertRefused(published("rf-edited", bytes(edited), MORNING.plusSeconds(10)), "fails its own verification row");
    }

    @Test
    void aModelWhoseBytesAreNotThePublishedOnesIsRefused() throws Exception {
        ModelPointer pointer = published("rf-flipped", renamed("rf-flipped"), MORNING.plusSeconds(10));
        byte[] flipped = renamed("rf-flipped");
        flipped[flipped.length / 2] ^= 1;
        registry.gzipBySha256.put(pointer.sha256(), SmallForest.gzip(flipped));

        assertRefused(pointer, "its bytes hash to");
    }

    @Test
    void aModelThatCannotBeUnzippedIsRefusedForGood() throws Exception {
        ModelPointer pointer = published("rf-cut", renamed("rf-cut"), MORNING.plusSeconds(10));
        registry.gzipBySha256.computeIfPresent(
                pointer.sha256(), (sha256, gzip) -> Arrays.copyOf(gzip, gzip.length / 2));

        assertRefused(pointer, "its gzip is broken");
    }

    @Test
    void aModelThatWasCutBeforeItWasPublishedIsRefused() throws Exception {
        byte[] whole = renamed("rf-half");

        assertRefused(
                published("rf-half", Arrays.copyOf(whole, whole.length / 2), MORNING.plusSeconds(10)),
                "Not a PMML document");
    }

    @Test
    void aDocumentThatIsNoPmmlIsRefused() throws Exception {
        assertRefused(published("rf-html", bytes("<html><body/></html>"), MORNING.plusSeconds(10)), "html");
    }

    @Test
    void aModelThatTakesATextForANumberIsRefused() throws Exception {
        String numeric = renamedText("rf-numeric")
                .replace("name=\"credit_score\"", "name=\"surname\"")
                .replace("field=\"credit_score\"", "field=\"surname\"");

        assertRefused(published("rf-numeric", bytes(numeric), MORNING.plusSeconds(10)), "asks for surname as a number");
    }

    @Test
    void aModelThatServesIsReportedAsLoaded() throws Exception {
        VersionHistory versions = versions();
        versions.add(ControlMessage.of(published("rf-good", renamed("rf-good"), MORNING.plusSeconds(10))));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> ModelStatus.loaded("rf-good").equals(registry.statuses.get("rf-good")));
        assertThat(versions.at(MORNING.plusSeconds(10)).modelVersion()).isEqualTo("rf-good");
    }

    private void assertRefused(ModelPointer pointer, String reason) throws Exception {
        VersionHistory versions = versions();
        versions.add(ControlMessage.of(pointer));

        assertThat(versions.at(MORNING.plusSeconds(11)).modelVersion()).isEqualTo(SmallForest.VERSION);
        await().atMost(Duration.ofSeconds(20)).until(() -> registry.statuses.containsKey(pointer.modelVersion()));
        ModelStatus status = registry.statuses.get(pointer.modelVersion());
        assertThat(status.state()).isEqualTo(ModelStatus.State.REFUSED);
        assertThat(status.reason()).contains(reason);
    }

    @Test
    void aModelThatCannotBeFetchedNowStopsTheTaskInsteadOfLettingAnotherAnswer() throws Exception {
        VersionHistory versions = versions();
        versions.add(ControlMessage.of(
                new ModelPointer(ModelRole.CHAMPION, "rf-away", "ab".repeat(32), MORNING.plusSeconds(10))));

        assertThatThrownBy(() -> versions.at(MORNING.plusSeconds(11)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("rf-away");
    }

    @Test
    void aChallengerScoresFromItsTimeOnAndNoneDoesBefore() throws Exception {
        VersionHistory versions = versions();
        versions.add(challenger("rf-shadow", renamed("rf-shadow"), MORNING.plusSeconds(10)));

        assertThat(versions.at(MORNING.plusSeconds(9)).challenger()).isNull();
        awaitShadow(versions, "rf-shadow");
    }

    @Test
    void aChallengerThatBecameChampionIsNoChallengerAnyMore() throws Exception {
        VersionHistory versions = versions();
        versions.add(challenger("rf-rising", renamed("rf-rising"), MORNING.plusSeconds(10)));
        versions.add(ControlMessage.of(published("rf-rising", renamed("rf-rising"), MORNING.plusSeconds(20))));

        assertThat(versions.at(MORNING.plusSeconds(19)).challenger()).isNotNull();
        assertThat(versions.at(MORNING.plusSeconds(20)).challenger()).isNull();
    }

    @Test
    void aChallengerThatCannotBeFetchedIsNamedWithoutAModelUntilItIsThere() throws Exception {
        VersionHistory versions = versions();
        ControlMessage late = challenger("rf-late", renamed("rf-late"), MORNING.plusSeconds(10));
        byte[] gzip = registry.gzipBySha256.remove(late.modelPointer().sha256());
        versions.add(late);

        assertThat(versions.at(MORNING.plusSeconds(11)).challenger()).isEqualTo(new Challenger("rf-late", null));
        registry.gzipBySha256.put(late.modelPointer().sha256(), gzip);
        awaitShadow(versions, "rf-late");
    }

    @Test
    void aRefusedChallengerIsNamedWithoutAModel() throws Exception {
        VersionHistory versions = versions();
        versions.add(challenger("rf-junk", "junk".getBytes(StandardCharsets.UTF_8), MORNING.plusSeconds(10)));

        assertThat(versions.at(MORNING.plusSeconds(11)).challenger()).isEqualTo(new Challenger("rf-junk", null));
    }

    @Test
    void aReplayWaitsForAChallengerOfTheHistorySoThatItWritesTheSameRows() throws Exception {
        ControlMessage past = challenger("rf-past", renamed("rf-past"), MORNING.plusSeconds(10));

        assertThat(versions(past).at(MORNING.plusSeconds(10)).challenger().model())
                .isNotNull();
    }

    private static void awaitShadow(VersionHistory versions, String modelVersion) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Challenger challenger = versions.at(MORNING.plusSeconds(10)).challenger();
            assertThat(challenger.modelVersion()).isEqualTo(modelVersion);
            assertThat(challenger.model()).isNotNull();
        });
    }

    private VersionHistory versions(ControlMessage... more) throws Exception {
        registry.history.addAll(List.of(more));
        return VersionHistory.awaitChampion(registry, ModelEngine.OWN);
    }

    private ModelPointer published(String version, byte[] pmml, Instant effectiveAt) {
        return registry.publish(ModelRole.CHAMPION, version, pmml, effectiveAt);
    }

    private ControlMessage challenger(String version, byte[] pmml, Instant effectiveAt) {
        return ControlMessage.of(registry.publish(ModelRole.CHALLENGER, version, pmml, effectiveAt));
    }

    /** Other bytes, the same trees. */
    private static byte[] renamed(String version) {
        return bytes(renamedText(version));
    }

    private static String renamedText(String version) {
        return new String(SmallForest.PMML, StandardCharsets.UTF_8)
                .replaceFirst("modelVersion=\"[^\"]*\"", "modelVersion=\"" + version + "\"");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
