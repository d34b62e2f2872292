package io.churnwatch.local.stack;

import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.ExitCode;
import io.churnwatch.local.service.Ports;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The TCP ports of the stack, remembered in its folder: what was chosen once stays chosen. */
public record StackPorts(Map<Listener, Integer> numbers) {
    private static final int PORT_MAX = 65_535;

    /** Chosen instead of a port: any that is free now. */
    private static final int ANY = 0;

    /** Who listens, and where by default: off the usual ports, so that an installed PostgreSQL is not in the way. */
    public enum Listener {
        API("api", 8080),
        KAFKA("kafka", 19_092),
        POSTGRES("postgres", 15_432),
        REDIS("redis", 16_379),
        FLINK("flink", 18_081),
        METRICS("metrics", 18_082),
        MLFLOW("mlflow", 15_000);

        private final String label;
        private final int standard;

        Listener(String label, int standard) {
            this.label = label;
            this.standard = standard;
        }

        public String label() {
            return label;
        }

        public String option() {
            return "--" + label + "-port";
        }
    }

    public StackPorts {
        numbers = Map.copyOf(numbers);
        check(numbers);
    }

    public int of(Listener listener) {
        Integer port = numbers.get(listener);
        if (port == null) {
            throw new IllegalStateException("No port for " + listener);
        }
        return port;
    }

    /** The remembered ports, or the standard ones, with what was chosen now in their place. */
    public static StackPorts load(Path file, Map<Listener, Integer> chosen) {
        Properties remembered = read(file);
        Map<Listener, Integer> numbers = new EnumMap<>(Listener.class);
        for (Listener listener : Listener.values()) {
            Integer port = chosen.get(listener);
            int number = port != null ? port : remembered(listener, remembered.getProperty(listener.label()));
            numbers.put(listener, number == ANY ? Ports.free() : number);
        }
        return new StackPorts(numbers);
    }

    public void save(Path file) {
        Properties properties = new Properties();
        numbers.forEach((listener, port) -> properties.setProperty(listener.label(), Integer.toString(port)));
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "The ports of the local stack; change them with ./churnwatch up --api-port …");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int remembered(Listener listener, @Nullable String text) {
        if (text == null) {
            return listener.standard;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw usage("The remembered port of " + listener.label() + " is no number: " + text);
        }
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }

    private static void check(Map<Listener, Integer> numbers) {
        Set<Integer> seen = new HashSet<>();
        numbers.forEach((listener, port) -> {
            if (port < 1 || port > PORT_MAX) {
                throw usage(listener.option() + " must be from 1 to " + PORT_MAX + ", not " + port);
            }
            if (!seen.add(port)) {
                throw usage("Port " + port + " is given to two parts; choose another with " + listener.option());
            }
        });
    }

    private static CommandFailedException usage(String message) {
        return new CommandFailedException(ExitCode.USAGE, message);
    }
}
