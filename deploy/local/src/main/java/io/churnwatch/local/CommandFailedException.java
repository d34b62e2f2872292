package io.churnwatch.local;

/** Ends a command with a message for the person at the terminal and an {@link ExitCode}. */
public final class CommandFailedException extends RuntimeException {
    private final int exitCode;

    public CommandFailedException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Something did not work; the message names the cause. */
    public static CommandFailedException failed(String message) {
        return new CommandFailedException(ExitCode.FAILED, message);
    }

    /** An option or an argument is wrong. */
    public static CommandFailedException usage(String message) {
        return new CommandFailedException(ExitCode.USAGE, message);
    }

    /** A given file is missing, or is not what it should be. */
    public static CommandFailedException badFile(String message) {
        return new CommandFailedException(ExitCode.BAD_FILE, message);
    }

    public int exitCode() {
        return exitCode;
    }
}
