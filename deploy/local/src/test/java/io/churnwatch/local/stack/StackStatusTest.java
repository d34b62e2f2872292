package io.churnwatch.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StackStatusTest {
    private static final StackStatus STATUS = new StackStatus(
            StackState.LIVE,
            41,
            "http://127.0.0.1:8080/",
            List.of(
                    new PartStatus("job", PartState.RUNNING, 42L, 8081, 8082, "http://127.0.0.1:8081/", "/job.log", 0),
                    new PartStatus("feed", PartState.RESTARTING, null, null, null, null, "/logs/feed.log", 3)));

    @Test
    void itReadsBackAsItWasWritten() throws Exception {
        assertThat(StackStatus.fromJson(STATUS.toJson())).isEqualTo(STATUS);
    }

    @Test
    void machinesFindEveryFieldOfEveryPart() {
        assertThat(STATUS.toJson().replaceAll("\\s", ""))
                .contains("\"state\":\"LIVE\",\"pid\":41")
                .contains("{\"name\":\"feed\",\"state\":\"RESTARTING\",\"pid\":null,\"port\":null,"
                        + "\"metrics_port\":null,\"url\":null,\"log\":\"/logs/feed.log\",\"restarts\":3}");
    }
}
