package io.churnwatch.local.stack;

import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.service.Ports;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.apache.commons.io.function.Uncheck;
import org.jspecify.annotations.Nullable;

/** The TCP ports of the stack, remembered in its folder: what was chosen once stays chosen. */
public record StackPorts(Map<Listener, Integer> numbers) {
    private static final int PORT_MAX = 65_535;

    /** Chosen in place of a port: takes any that is free now. */
    private static final int ANY = 0;

    /** The listeners and their default ports, which differ from the usual ones: an installed PostgreSQL may have these. */
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
        return Objects.requireNonNull(numbers.get(listener));
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
        StringWriter text = new StringWriter();
        Uncheck.run(() -> {
            properties.store(text, "The ports of the local stack; change them with ./churnwatch up --api-port …");
            Files.writeString(file, text.toString());
        });
    }

    private static int remembered(Listener listener, @Nullable String text) {
        if (text == null) {
            return listener.standard;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw CommandFailedException.usage("The remembered port of " + listener.label() + " is no number: " + text);
        }
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            Uncheck.run(() -> properties.load(new StringReader(Files.readString(file))));
        }
        return properties;
    }

    private static void check(Map<Listener, Integer> numbers) {
        Set<Integer> seen = new HashSet<>();
        numbers.forEach((listener, port) -> {
            if (port < 1 || port > PORT_MAX) {
                throw CommandFailedException.usage(
                        listener.option() + " must be from 1 to " + PORT_MAX + ", not " + port);
            }
            if (!seen.add(port)) {
                throw CommandFailedException.usage(
                        "Port " + port + " is given to two parts; choose another with " + listener.option());
            }
        });
    }
}
