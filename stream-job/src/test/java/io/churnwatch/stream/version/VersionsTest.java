package io.churnwatch.stream.version;

import static io.churnwatch.feed.CustomerFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionsTest {
    private static final ModelPointer FIRST =
            new ModelPointer(ModelRole.CHAMPION, SmallForest.VERSION, SmallForest.SHA256, MORNING);

    private final Map<String, byte[]> gzipBySha256 =
            new HashMap<>(Map.of(SmallForest.SHA256, SmallForest.gzip(SmallForest.PMML)));

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

    private Versions versions() throws Exception {
        AlertConfig config = new AlertConfig(1, true, 0.7, 20, IncreaseUnit.RELATIVE, 0.2, 0.05, 0, Instant.EPOCH);
        return Versions.awaitChampion(new ModelRegistry() {
            @Override
            public List<ControlMessage> history() {
                return List.of(ControlMessage.of(config), ControlMessage.of(FIRST));
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

    /** Other bytes, the same trees. */
    private static byte[] renamed(String version) {
        return new String(SmallForest.PMML, StandardCharsets.UTF_8)
                .replaceFirst("modelVersion=\"[^\"]*\"", "modelVersion=\"" + version + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }
}
