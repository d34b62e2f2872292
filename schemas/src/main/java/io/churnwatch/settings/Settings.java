package io.churnwatch.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A program's environment. Reading a setting declares it as well, so the page of settings and the hint at a misspelt name
 * come from the code that reads it. A blank variable counts as missing.
 */
public final class Settings {
    private static final System.Logger LOG = System.getLogger("io.churnwatch.settings");

    private final Map<String, String> environment;
    private final List<Setting> declared = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private Settings(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Reads all settings of a program, and warns about variables that look like a misspelling of one.
     *
     * @param program the start of a sentence: {@code The job}
     * @throws InvalidSettingsException listing every problem
     */
    public static <T> T read(String program, Map<String, String> environment, Function<Settings, T> reader) {
        Settings settings = new Settings(environment);
        T read = reader.apply(settings);
        List<String> misspelt = settings.misspelt();
        if (!settings.problems.isEmpty()) {
            throw new InvalidSettingsException(
                    program,
                    Stream.concat(settings.problems.stream(), misspelt.stream()).toList());
        }
        misspelt.forEach(warning -> LOG.log(System.Logger.Level.WARNING, warning));
        return read;
    }

    /** The settings that a program reads, in that order. */
    public static List<Setting> declaredBy(Function<Settings, ?> reader) {
        Settings settings = new Settings(Map.of());
        Object unused = reader.apply(settings); // only what it asked for matters
        return List.copyOf(settings.declared);
    }

    /**
     * A setting without a default.
     *
     * @param example stands in for a missing value until all problems are known
     */
    public <T> T required(String name, String example, SettingType<T> type, String meaning) {
        declared.add(new Setting(name, meaning, type.rule(), "must be set, such as `" + example + "`"));
        if (isMissing(name)) {
            problems.add(name + " is not set (" + meaning + "); an example is " + example);
        }
        return value(name, type).orElseGet(() -> type.parser().apply(example));
    }

    public <T> T orElse(String name, String standard, SettingType<T> type, String meaning) {
        declared.add(new Setting(name, meaning, type.rule(), "`" + standard + "`"));
        return value(name, type).orElseGet(() -> type.parser().apply(standard));
    }

    /**
     * A setting that may be absent.
     *
     * @param unlessSet what its absence means
     */
    public <T> Optional<T> optional(String name, String unlessSet, SettingType<T> type, String meaning) {
        declared.add(new Setting(name, meaning, type.rule(), unlessSet));
        return value(name, type);
    }

    private boolean isMissing(String name) {
        return environment.getOrDefault(name, "").isBlank();
    }

    private <T> Optional<T> value(String name, SettingType<T> type) {
        if (isMissing(name)) {
            return Optional.empty();
        }
        String text = environment.getOrDefault(name, "");
        try {
            return Optional.of(type.parser().apply(text));
        } catch (IllegalArgumentException e) {
            problems.add(
                    type.isExplained()
                            ? name + ": " + e.getMessage()
                            : name + " must be " + type.rule() + (type.isSecret() ? "" : ", not '" + text + "'"));
            return Optional.empty();
        }
    }

    private List<String> misspelt() {
        List<String> known = declared.stream().map(Setting::name).toList();
        return environment.keySet().stream()
                .sorted()
                .flatMap(name -> Misspelling.find(name, known).stream())
                .toList();
    }
}
