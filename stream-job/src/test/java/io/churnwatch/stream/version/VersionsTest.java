package io.churnwatch.stream.version;

import static io.churnwatch.feed.CustomerFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.churnwatch.Sha256;
import io.churnwatch.model.AlertConfig;
import io.churnwatch.model.ControlMessage;
import io.churnwatch.model.IncreaseUnit;
import io.churnwatch.model.ModelPointer;
import io.churnwatch.model.ModelRole;
import io.churnwatch.model.SmallForest;
import io.churnwatch.scoring.pmml.document.MalformedPmmlException;
import io.churnwatch.scoring.pmml.document.ZippedPmml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VersionsTest {
    private static final ModelPointer FIRST =
            new ModelPointer(ModelRole.CHAMPION, SmallForest.VERSION, SmallForest.SHA256, MORNING);

    private final Map<String, byte[]> gzipBySha256 =
            new ConcurrentHashMap<>(Map.of(SmallForest.SHA256, SmallForest.gzip(SmallForest.PMML)));

    @Test
    void aPromotionAppliesFromItsTimeOn() throws Exception {
        Versions versions = versions();
        versions.add(ControlMessage.of(published("rf-next", renamed("rf-next"), MORNING.plusSeconds(10))));

        assertThat(versions.at(MORNING.plusSeconds(9)).modelVersion()).isEqualTo(SmallForest.VERSION);
        assertThat(versions.at(MORNING.plusSeconds(10)).modelVersion()).isEqualTo("rf-next");
        assertThat(versions.at(MORNING.plusSeconds(9)).modelVersion())
                .as("an earlier event is still judged by the earlier model")
                .isEqualTo(SmallForest.VERSION);
    }

    @Test
    void aModelThatFailsItsVerificationIsRefusedAndTheOneBeforeGoesOn() throws Exception {
        String edited = new String(SmallForest.PMML, StandardCharsets.UTF_8)
                .replaceFirst("(<ScoreDistribution value=\"1\" recordCount=\")([0-9.]+)\"", "$1$20\"");
        Versions versions = versions();
        versions.add(ControlMessage.of(
                published("rf-edited", edited.getBytes(StandardCharsets.UTF_8), MORNING.plusSeconds(10))));

        assertThat(versions.at(MORNING.plusSeconds(11)).modelVersion()).isEqualTo(SmallForest.VERSION);
    }

    @Test
    void aModelWhoseBytesAreNotThePublishedOnesIsRefused() throws Exception {
        ModelPointer pointer = published("rf-flipped", renamed("rf-flipped"), MORNING.plusSeconds(10));
        byte[] flipped = renamed("rf-flipped");
        flipped[flipped.length / 2] ^= 1;
        gzipBySha256.put(pointer.sha256(), SmallForest.gzip(flipped));
        Versions versions = versions();
        versions.add(ControlMessage.of(pointer));

        assertThat(versions.at(MORNING.plusSeconds(11)).modelVersion()).isEqualTo(SmallForest.VERSION);
    }

    @Test
    void aModelThatCannotBeUnzippedIsRefusedForGood() throws Exception {
        ModelPointer pointer = published("rf-cut", renamed("rf-cut"), MORNING.plusSeconds(10));
        gzipBySha256.computeIfPresent(pointer.sha256(), (sha256, gzip) -> Arrays.copyOf(gzip, gzip.length / 2));
        Versions versions = versions();
        versions.add(ControlMessage.of(pointer));

        assertThat(versions.at(MORNING.plusSeconds(11)).modelVersion()).isEqualTo(SmallForest.VERSION);
    }

    @Test
    void aModelThatCannotBeFetchedNowStopsTheTaskInsteadOfLettingAnotherAnswer() throws Exception {
        Versions versions = versions();
        versions.add(ControlMessage.of(
                new ModelPointer(ModelRole.CHAMPION, "rf-away", "ab".repeat(32), MORNING.plusSeconds(10))));

        assertThatThrownBy(() -> versions.at(MORNING.plusSeconds(11)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("rf-away");
    }

    @Test
    void aChallengerScoresFromItsTimeOnAndNoneDoesBefore() throws Exception {
        Versions versions = versions();
        versions.add(challenger("rf-shadow", renamed("rf-shadow"), MORNING.plusSeconds(10)));

        assertThat(versions.at(MORNING.plusSeconds(9)).challenger()).isNull();
        awaitShadow(versions, "rf-shadow");
    }

    @Test
    void aChallengerThatBecameChampionIsNoChallengerAnyMore() throws Exception {
        Versions versions = versions();
        versions.add(challenger("rf-rising", renamed("rf-rising"), MORNING.plusSeconds(10)));
        versions.add(ControlMessage.of(published("rf-rising", renamed("rf-rising"), MORNING.plusSeconds(20))));

        assertThat(versions.at(MORNING.plusSeconds(19)).challenger()).isNotNull();
        assertThat(versions.at(MORNING.plusSeconds(20)).challenger()).isNull();
    }

    @Test
    void aChallengerThatCannotBeFetchedIsNamedWithoutAModelUntilItIsThere() throws Exception {
        Versions versions = versions();
        ControlMessage late = challenger("rf-late", renamed("rf-late"), MORNING.plusSeconds(10));
        byte[] gzip = gzipBySha256.remove(late.modelPointer().sha256());
        versions.add(late);

        assertThat(versions.at(MORNING.plusSeconds(11)).challenger()).isEqualTo(new Challenger("rf-late", null));
        gzipBySha256.put(late.modelPointer().sha256(), gzip);
        awaitShadow(versions, "rf-late");
    }

    @Test
    void aRefusedChallengerIsNamedWithoutAModel() throws Exception {
        Versions versions = versions();
        versions.add(challenger("rf-junk", "junk".getBytes(StandardCharsets.UTF_8), MORNING.plusSeconds(10)));

        assertThat(versions.at(MORNING.plusSeconds(11)).challenger()).isEqualTo(new Challenger("rf-junk", null));
    }

    @Test
    void aReplayWaitsForAChallengerOfTheHistorySoThatItWritesTheSameRows() throws Exception {
        ControlMessage past = challenger("rf-past", renamed("rf-past"), MORNING.plusSeconds(10));

        assertThat(versions(past).at(MORNING.plusSeconds(10)).challenger().model())
                .isNotNull();
    }

    private static void awaitShadow(Versions versions, String modelVersion) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Challenger challenger = versions.at(MORNING.plusSeconds(10)).challenger();
            assertThat(challenger.modelVersion()).isEqualTo(modelVersion);
            assertThat(challenger.model()).isNotNull();
        });
    }

    private Versions versions(ControlMessage... more) throws Exception {
        AlertConfig config = new AlertConfig(1, true, 0.7, 20, IncreaseUnit.RELATIVE, 0.2, 0.05, 0, Instant.EPOCH);
        return Versions.awaitChampion(new ModelRegistry() {
            @Override
            public List<ControlMessage> history() {
                return Stream.concat(Stream.of(ControlMessage.of(config), ControlMessage.of(FIRST)), Stream.of(more))
                        .toList();
            }

            @Override
            public byte[] pmml(String sha256) throws IOException, MalformedPmmlException {
                byte[] gzip = gzipBySha256.get(sha256);
                if (gzip == null) {
                    throw new IOException("No model with SHA-256 " + sha256);
                }
                return ZippedPmml.unzip(gzip);
            }
        });
    }

    private ModelPointer published(String version, byte[] pmml, Instant effectiveAt) throws Exception {
        String sha256 = Sha256.hex(pmml);
        gzipBySha256.put(sha256, SmallForest.gzip(pmml));
        return new ModelPointer(ModelRole.CHAMPION, version, sha256, effectiveAt);
    }

    private ControlMessage challenger(String version, byte[] pmml, Instant effectiveAt) throws Exception {
        String sha256 = published(version, pmml, effectiveAt).sha256();
        return ControlMessage.of(new ModelPointer(ModelRole.CHALLENGER, version, sha256, effectiveAt));
    }

    /** Other bytes, the same trees. */
    private static byte[] renamed(String version) {
        return new String(SmallForest.PMML, StandardCharsets.UTF_8)
                .replaceFirst("modelVersion=\"[^\"]*\"", "modelVersion=\"" + version + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }
}
