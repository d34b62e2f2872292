package io.churnwatch.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that {@code report.py} makes of a result. */
class ReportScriptTest {
    @TempDir
    Path folder;

    @Test
    void aGoalIsMetOrMissedOrMissedBeyondItsLimit() throws Exception {
        assertThat(page("0.1", "99")).contains("The p99 of the pauses is 99 ms. Goal: at most 100, **met**.");
        assertThat(page("0.1", "101")).contains("**missed**; within the limit of 250.");
        assertThat(page("0.1", "251")).contains("**missed**; **beyond** the limit of 250.");
    }

    @Test
    void aRunOnABusyMachineIsMarked() throws Exception {
        assertThat(page("0.1", "99")).doesNotContain("a first look");
        assertThat(page("0.6", "99")).contains("> **A run on a busy machine: a first look, not figures to quote.**");
    }

    @Test
    void theSameResultGivesTheSamePage() throws Exception {
        assertThat(page("0.1", "99"))
                .isEqualTo(page("0.1", "99"))
                .contains("| median | 5 | 4 |", "| command | `./churnwatch bench swaps` |");
    }

    private String page(String load, String longestMillis) throws IOException, InterruptedException {
        Path result = Files.createDirectories(folder.resolve("results")).resolve("stream-swaps.json");
        Files.writeString(result, """
                {"run": {"benchmark": "stream-swaps", "command": "./churnwatch bench swaps", "quick": false, "commit": "",
                  "date": "2026-11-25T10:00:00Z", "machine": {"processor": "a processor", "cores": 2, "memoryGib": 8,
                  "system": "Linux amd64", "java": "a JVM", "load": %s}},
                 "method": "2 swaps in one run",
                 "figures": {"eventsPerSecond": 2000, "events": 9000, "forest": "100x10",
                  "pauses": {"usualMillis": 9, "swapMillis": [5, %s], "calmMillis": [4, 6]}}}
                """.formatted(load, longestMillis));
        Process script = new ProcessBuilder("python3", "-B", "report.py", result.toString())
                .inheritIO()
                .start();
        assertThat(script.waitFor()).isZero();
        return Files.readString(folder.resolve("stream-swaps.md"));
    }
}
