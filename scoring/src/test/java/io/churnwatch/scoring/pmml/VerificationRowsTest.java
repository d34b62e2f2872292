package io.churnwatch.scoring.pmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.model.SmallForest;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VerificationRowsTest {
    private static final String PMML = new String(SmallForest.PMML, StandardCharsets.UTF_8);

    @Test
    void aRowWithoutTheProbabilityIsRefusedByItsNumber() {
        assertRefused(
                "<data:probability_1>[^<]*</data:probability_1>", "", "ModelVerification, row 1 lacks probability(1)");
    }

    @Test
    void aProbabilityThatIsNoNumberIsRefusedByItsRow() {
        assertRefused(
                "<data:probability_1>[^<]*<",
                "<data:probability_1>likely<",
                "ModelVerification, row 1 has 'likely', which is not a number");
    }

    private static void assertRefused(String good, String bad, String reason) {
        byte[] edited = PMML.replaceFirst(good, bad).getBytes(StandardCharsets.UTF_8);

        assertThat(edited).isNotEqualTo(SmallForest.PMML);
        assertThatThrownBy(() -> PmmlForest.read(edited))
                .isInstanceOf(UnsupportedPmmlException.class)
                .hasMessage(reason);
    }
}
