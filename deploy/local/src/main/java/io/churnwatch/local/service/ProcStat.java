package io.churnwatch.local.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Linux reports about a process in {@code /proc/PID/stat}.
 *
 * @param state such as R for running or Z for a zombie
 * @param startTicks when it started, in ticks since the boot
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
record ProcStat(String state, long startTicks) {
    private static final int STATE = 0; // places behind the name
    private static final int START_TICKS = 19;

    static ProcStat read(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1); // a name may hold anything
        return new ProcStat(fields[STATE], Long.parseLong(fields[START_TICKS]));
    }
}
