package io.churnwatch.bench.scoring.contender;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OnnxForestTest {
    /** Later builds make an id of the machine and report to their maker before anyone can tell them not to. */
    @Test
    void theOnnxRuntimeThatIsMeasuredReportsNothingFromLinux() throws IOException {
        try (InputStream privacy = OrtEnvironment.class.getResourceAsStream("/Privacy.md")) {
            assertThat(new String(privacy.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("Currently telemetry is only implemented for Windows builds");
        }
    }
}
