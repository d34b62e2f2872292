package io.churnwatch.bench.process;

import io.churnwatch.local.service.ProcStat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/** CPU times as Linux counts them, in seconds. */
public final class ProcFiles {
    private static final double TICKS_PER_SECOND =
            100; // the kernel's unit for user space, on every architecture of ours

    /** Positions in {@code /proc/PID/stat}, behind the name. */
    private static final int[] ENDED_CHILDREN = {13, 14};

    /** Positions in the first line of {@code /proc/stat}. */
    private static final int IDLE = 3;

    private static final int IO_WAIT = 4;
    private static final int GUEST = 8; // counted as user already, like what follows

    /** Of a process and all that come from it, whether they still run or not. */
    public static double ofFamily(ProcessHandle process) {
        try (Stream<ProcessHandle> family = Stream.concat(Stream.of(process), process.descendants())) {
            return endedChildren(process)
                    + family.mapToDouble(ProcFiles::ofProcess).sum();
        }
    }

    /** Of a process alone; 0 once it has ended, as its parent counts it then. */
    public static double ofProcess(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e9;
    }

    /** Of everything that runs on this machine. */
    public static double ofMachine() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            return busyTicks(lines.findFirst().orElseThrow()) / TICKS_PER_SECOND;
        }
    }

    static double busyTicks(String cpuLine) {
        long[] ticks = Arrays.stream(cpuLine.strip().split("\\s+", -1))
                .skip(1)
                .mapToLong(Long::parseLong)
                .toArray();
        return Arrays.stream(ticks).limit(GUEST).sum() - ticks[IDLE] - ticks[IO_WAIT];
    }

    private static double endedChildren(ProcessHandle process) {
        try {
            return ProcStat.read(process.pid()).sum(ENDED_CHILDREN) / TICKS_PER_SECOND;
        } catch (IOException e) {
            return 0; // it has ended itself
        }
    }

    private ProcFiles() {}
}
