package io.churnwatch.bench.process;

import io.churnwatch.local.service.ProcStat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** CPU times as Linux counts them, in seconds, and memory. */
public final class ProcFiles {
    private static final double TICKS_PER_SECOND =
            100; // the kernel's unit for user space, on every architecture of ours
    private static final double KIB_PER_MIB = 1_024;
    private static final Path PROC = Path.of("/proc");

    /** Positions in {@code /proc/PID/stat}, behind the name. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;
    private static final int ENDED_CHILDREN_USER = 13;
    private static final int ENDED_CHILDREN_SYSTEM = 14;

    private static final String PEAK_OF_MEMORY = "VmHWM:";

    /** Positions in the first line of {@code /proc/stat}. */
    private static final int IDLE = 3;

    private static final int IO_WAIT = 4;
    private static final int GUEST = 8; // counted as user already, like what follows

    /** Of a process and all that come from it, whether they still run or not. */
    public static double ofFamily(ProcessHandle process) {
        double seconds = ticks(process, ENDED_CHILDREN_USER, ENDED_CHILDREN_SYSTEM) / TICKS_PER_SECOND;
        try (Stream<ProcessHandle> family = Stream.concat(Stream.of(process), process.descendants())) {
            for (ProcessHandle member : family.toList()) {
                seconds += ticks(member, USER, SYSTEM) / TICKS_PER_SECOND;
            }
        }
        return seconds;
    }

    /** Of a process alone. */
    public static double ofProcess(ProcessHandle process) {
        return ticks(process, USER, SYSTEM) / TICKS_PER_SECOND;
    }

    /** The most MiB of memory that a process had, plus those of all that come from it and still run. */
    public static double peakMemoryOfFamily(ProcessHandle process) {
        try (Stream<ProcessHandle> family = Stream.concat(Stream.of(process), process.descendants())) {
            return family.mapToDouble(ProcFiles::peakMemory).sum();
        }
    }

    /** Of everything that runs on this machine. */
    public static double ofMachine() throws IOException {
        try (Stream<String> lines = Files.lines(PROC.resolve("stat"))) {
            return busyTicks(lines.findFirst().orElseThrow()) / TICKS_PER_SECOND;
        }
    }

    /** The load average of the last minute. */
    public static double load() throws IOException {
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

    /** Of the lines of {@code /proc/PID/status}, in MiB; a process that is ending has no memory any more. */
    static double peakMemory(Stream<String> status) {
        return status.filter(line -> line.startsWith(PEAK_OF_MEMORY))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB)
                .sum();
    }

    private static double peakMemory(ProcessHandle process) {
        try (Stream<String> status = Files.lines(PROC.resolve(process.pid() + "/status"))) {
            return peakMemory(status);
        } catch (IOException | UncheckedIOException e) {
            return 0; // it has ended
        }
    }

    private static double ticks(ProcessHandle process, int... positions) {
        try {
            return ProcStat.read(process.pid()).sum(positions);
        } catch (IOException e) {
            return 0; // it has ended, and is counted with its parent
        }
    }

    private ProcFiles() {}
}
