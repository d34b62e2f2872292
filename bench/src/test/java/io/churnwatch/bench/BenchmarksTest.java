package io.churnwatch.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

class BenchmarksTest {
    private final StringWriter err = new StringWriter();
    private final CommandLine bench = Benchmarks.commandLine().setErr(new PrintWriter(err));

    @Test
    void aShapeThatIsNoneIsAUsageErrorThatShowsOne() {
        assertThat(bench.execute("scoring", "--forests", "100x5,large")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--forests", "'large' is not trees x depth, as in 100x10");
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertThat(bench.execute("scoring", "--fast")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--fast");
    }

    @Test
    void theHelpNamesEveryOption() {
        assertThat(bench.getSubcommands().get("scoring").getUsageMessage())
                .contains("--quick", "--peers", "--forests", "--cache", "--out", "Example:");
    }

    @Test
    void theStreamBenchmarkNamesItsVariants() {
        assertThat(bench.getSubcommands().get("stream").getUsageMessage())
                .contains("--events", "--rounds", "--customers", "--out", "pass-through, constant, full, no-reasons");
    }

    @Test
    void tooFewEventsAreAUsageErrorBeforeAnythingStarts() {
        assertThat(bench.execute("stream", "--events", "10")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("At least 1,000 events");
    }

    @Test
    void tooFewCustomersAreAUsageErrorBeforeAnythingStarts() {
        assertThat(bench.execute("training", "--rows", "10")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("At least 1,000 customers and one round are needed.");
    }

    @Test
    void aLoadThatIsNoneIsRefusedBeforeAnythingIsStarted() {
        assertThat(bench.execute("sinks", "--rows", "10")).isEqualTo(ExitCode.SOFTWARE);
        assertThat(bench.execute("latency", "--rate", "0")).isEqualTo(ExitCode.SOFTWARE);
        assertThat(err.toString())
                .contains("--rows must be at least 1000, not 10.", "--rate must be at least 1, not 0.");
    }
}
