package io.churnwatch.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
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
    void thePeakOfMemoryIsReadWhateverTheUnitIsAlignedLike() {
        Stream<String> status = Stream.of("Name:\tjava", "VmHWM:\t  2097152 kB", "VmRSS:\t  1048576 kB");

        assertThat(ProcFiles.peakMemory(status)).isEqualTo(2_048);
    }

    @Test
    void aProcessThatHasEndedHasNoPeak() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();

        assertThat(ProcFiles.peakMemoryOfFamily(ended.toHandle())).isZero();
        assertThat(ProcFiles.peakMemoryOfFamily(ProcessHandle.current())).isPositive();
    }
}
