package io.churnwatch.local;

/** Exit codes of the commands. */
public final class ExitCode {
    public static final int OK = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    public static final int NOT_RUNNING = 3;
    public static final int ALREADY_RUNNING = 4;
    /** A port is taken, or the disk is full. */
    public static final int MACHINE = 5;
    /** A file that was given cannot be read, or is not what it should be. */
    public static final int BAD_FILE = 6;

    private ExitCode() {}
}
