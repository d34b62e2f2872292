package io.churnwatch.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Prints what the person at the terminal needs once the board is live. */
final class Greeting {
    static void print(StackHome home, String url, Progress progress) {
        progress.print(text(url, password(home.adminPassword())));
    }

    static String text(String url, Optional<String> password) {
        String login = password.map(
                        secret -> "  password  " + secret + "   (for the first login: the page asks for your own then)")
                .orElse("  password  the one that you chose");
        return String.format(
                Locale.ROOT, "%n  open      %s%n  user      admin%n%s%n%n'./churnwatch down' stops it.", url, login);
    }

    /** The API deletes the file once the password has been changed. */
    private static Optional<String> password(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Greeting() {}
}
