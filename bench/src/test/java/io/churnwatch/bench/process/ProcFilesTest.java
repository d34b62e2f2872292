package io.churnwatch.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcFilesTest {
    @Test
    void waitingIsNotWorkAndGuestsAreCountedOnce() {
        assertThat(ProcFiles.busyTicks("cpu  10 20 30 4000 500 6 7 8 9 9")).isEqualTo(10 + 20 + 30 + 6 + 7 + 8);
    }

    @Test
    void ourOwnTimeGrowsAsWeWork() {
        double before = ProcFiles.ofFamily(ProcessHandle.current());
        long end = System.nanoTime() + 100_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(ProcFiles.ofFamily(ProcessHandle.current())).isGreaterThan(before);
    }

    @Test
    void aProcessThatHasEndedHasNoTime() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();

        assertThat(ProcFiles.ofFamily(ended.toHandle())).isZero();
    }
}
