package io.churnwatch.local.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A way to start a program that refuses to run as root, as PostgreSQL does. Each way replaces itself by the program, so
 * that the program is a direct child.
 *
 * @param prefix the words before the program's own
 * @param owner the user id that must own its files; negative when nothing has to change
 */
record RunAs(List<String> prefix, int owner) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    private static final RunAs OURSELVES = new RunAs(List.of(), -1);
    /** In a user namespace of its own, root looks like nobody to the program and still owns its files. */
    private static final RunAs NAMESPACE = new RunAs(List.of("unshare", "-U"), ROOT);

    /** Some containers give a user id without a name, which initdb refuses; in the namespace it is nobody's. */
    private static final RunAs NAMELESS = new RunAs(NAMESPACE.prefix(), -1);

    private static final RunAs ANOTHER_USER =
            new RunAs(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), NOBODY);

    /** Returns the first way that works here. */
    static RunAs notRoot() {
        if (!isRoot()) {
            return isNamed() || !NAMELESS.works() ? OURSELVES : NAMELESS;
        }
        if (NAMESPACE.works()) {
            return NAMESPACE;
        }
        if (ANOTHER_USER.works()) {
            return ANOTHER_USER;
        }
        throw new ServiceFailedException(
                "PostgreSQL does not run as root, and neither 'unshare -U' nor 'setpriv' works "
                        + "here to start it as another user. Run Churnwatch as a normal user.");
    }

    List<String> command(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(arguments);
        return command;
    }

    /** Makes the program the owner of a folder and its content. */
    void own(Path folder) {
        if (owner < 0) {
            return;
        }
        succeeds(List.of("chown", "-R", owner + ":" + owner, folder.toString()));
        if (!succeeds(command(Path.of("ls"), List.of(folder.toString())))) {
            throw new ServiceFailedException(
                    "PostgreSQL has to run as the user 'nobody' here, who cannot read " + folder
                            + ". Keep the state in a folder that everybody may pass through (CHURNWATCH_HOME, "
                            + Cache.VARIABLE + "), or run Churnwatch as a normal user.");
        }
    }

    private boolean works() {
        return succeeds(command(Path.of("true"), List.of()));
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(ROOT).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static boolean isNamed() {
        return !"?".equals(System.getProperty("user.name", "?"));
    }

    private static boolean succeeds(List<String> command) {
        return Executables.succeeds(command, Duration.ofMinutes(1));
    }
}
