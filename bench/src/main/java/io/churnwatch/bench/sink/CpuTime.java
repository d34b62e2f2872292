package io.churnwatch.bench.sink;

import io.churnwatch.bench.scoring.forest.BenchmarkFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** How long the processors worked for a process, as Linux counts it. */
final class CpuTime {
    private static final double TICKS_PER_SECOND = 100; // of /proc, whatever the kernel's own
    private static final int USER = 11; // fields after the name of the program, in parentheses
    private static final int ENDED_CHILDREN_SYSTEM = 14;

    /** This process, in seconds. */
    static double own() {
        return seconds(ProcessHandle.current()).orElseThrow();
    }

    /** A process and all that it has started, those that have ended among them. In seconds. */
    static double ofTree(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants())
                .mapToDouble(process -> seconds(process).orElse(0))
                .sum();
    }

    /** Empty when it has ended: then its parent counts it. */
    private static OptionalDouble seconds(ProcessHandle process) {
        Path file = Path.of("/proc", Long.toString(process.pid()), "stat");
        try {
            return OptionalDouble.of(parse(Files.readString(file)));
        } catch (IOException e) {
            if (!Files.isDirectory(Path.of("/proc/self"))) {
                throw new BenchmarkFailedException("CPU times are read from /proc, which this system has not.");
            }
            return OptionalDouble.empty();
        }
    }

    static double parse(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = 0;
        for (int i = USER; i <= ENDED_CHILDREN_SYSTEM; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    private CpuTime() {}
}
