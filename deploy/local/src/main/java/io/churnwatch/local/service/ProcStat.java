package io.churnwatch.local.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The figures about a process in Linux's {@code /proc/PID/stat}.
 *
 * @param fields those behind the name, from the state on
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
public record ProcStat(List<String> fields) {
    private static final int STATE = 0;
    private static final int START_TICKS = 19;

    public static ProcStat read(long pid) throws IOException {
        return parse(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
    }

    public static ProcStat parse(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1); // a name may hold anything
        return new ProcStat(List.of(fields));
    }

    boolean isZombie() {
        return fields.get(STATE).equals("Z");
    }

    /** When it started, in ticks since the boot. */
    long startTicks() {
        return sum(START_TICKS);
    }

    /** The sum of some fields. */
    public long sum(int... places) {
        return Arrays.stream(places)
                .mapToLong(place -> Long.parseLong(fields.get(place)))
                .sum();
    }
}
