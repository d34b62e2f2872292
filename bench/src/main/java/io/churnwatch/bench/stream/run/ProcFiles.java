package io.churnwatch.bench.stream.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** CPU times as Linux counts them, in seconds. */
final class ProcFiles {
    private static final double TICKS_PER_SECOND =
            100; // the kernel's unit for user space, on every architecture of ours
    private static final Path PROC = Path.of("/proc");

    /** Positions in {@code /proc/PID/stat}, behind the name. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;
    private static final int ENDED_CHILDREN_USER = 13;
    private static final int ENDED_CHILDREN_SYSTEM = 14;

    /** Positions in the first line of {@code /proc/stat}. */
    private static final int IDLE = 3;

    private static final int IO_WAIT = 4;
    private static final int GUEST = 8; // counted as user already, like what follows

    /** Of a process and all that come from it, whether they still run or not. */
    static double ofFamily(ProcessHandle process) {
        double seconds = ticks(process, ENDED_CHILDREN_USER, ENDED_CHILDREN_SYSTEM) / TICKS_PER_SECOND;
        try (Stream<ProcessHandle> family = Stream.concat(Stream.of(process), process.descendants())) {
            for (ProcessHandle member : family.toList()) {
                seconds += ticks(member, USER, SYSTEM) / TICKS_PER_SECOND;
            }
        }
        return seconds;
    }

    /** Of everything that runs on this machine. */
    static double ofMachine() throws IOException {
        try (Stream<String> lines = Files.lines(PROC.resolve("stat"))) {
            return busyTicks(lines.findFirst().orElseThrow()) / TICKS_PER_SECOND;
        }
    }

    /** The load average of the last minute. */
    static double load() throws IOException {
        String text = Files.readString(PROC.resolve("loadavg"));
        return Double.parseDouble(text.substring(0, text.indexOf(' ')));
    }

    static double busyTicks(String cpuLine) {
        long[] ticks = Arrays.stream(cpuLine.strip().split("\\s+", -1))
                .skip(1)
                .mapToLong(Long::parseLong)
                .toArray();
        return Arrays.stream(ticks).limit(GUEST).sum() - ticks[IDLE] - ticks[IO_WAIT];
    }

    static double ticks(String stat, int... positions) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1); // a name may hold blanks
        return Arrays.stream(positions)
                .mapToLong(position -> Long.parseLong(fields[position]))
                .sum();
    }

    private static double ticks(ProcessHandle process, int... positions) {
        try {
            return ticks(Files.readString(PROC.resolve(process.pid() + "/stat")), positions);
        } catch (IOException e) {
            return 0; // it has ended, and is counted with its parent
        }
    }

    private ProcFiles() {}
}
