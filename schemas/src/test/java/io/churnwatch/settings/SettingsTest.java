package io.churnwatch.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    /** What each setting of {@link Program} must be, and a value that it is not; an empty one is missing. */
    private static final Map<String, String> BROKEN = Map.of(
            "CHURNWATCH_NAME", "",
            "CHURNWATCH_PASSWORD", "short-secret",
            "CHURNWATCH_CACHE_URL", "https://:url-secret@cache",
            "CHURNWATCH_FOLDER", " \t",
            "CHURNWATCH_PORT", "65536",
            "CHURNWATCH_PARALLELISM", "two",
            "CHURNWATCH_SHARE", "NaN",
            "CHURNWATCH_ENABLED", "yes",
            "CHURNWATCH_PACE", "Fast",
            "CHURNWATCH_TIMEOUT_SECONDS", "0");

    private static final Map<String, String> VALID = Map.of(
            "CHURNWATCH_NAME", " bank ",
            "CHURNWATCH_PASSWORD", " a long secret ",
            "CHURNWATCH_CACHE_URL", "redis://:url-secret@cache",
            "CHURNWATCH_FOLDER", "web/out");

    enum Pace {
        FAST,
        SLOW
    }

    record Program(
            String name,
            String password,
            URI cache,
            Path folder,
            Optional<Integer> port,
            int parallelism,
            double share,
            boolean isEnabled,
            Pace pace,
            Optional<Duration> timeout) {
        static Program of(Settings settings) {
            return new Program(
                    settings.required("CHURNWATCH_NAME", "bank", SettingType.TEXT, "the bank"),
                    settings.required(
                            "CHURNWATCH_PASSWORD",
                            "a long random text",
                            SettingType.SECRET.and("of 13 characters or more", text -> text.length() > 12),
                            "opens the vault"),
                    settings.required("CHURNWATCH_CACHE_URL", "redis://cache", SettingType.url("redis"), "the cache"),
                    settings.required("CHURNWATCH_FOLDER", "out", SettingType.PATH, "the pages"),
                    settings.optional("CHURNWATCH_PORT", "none", SettingType.PORT, "for metrics"),
                    settings.orElse("CHURNWATCH_PARALLELISM", "2", SettingType.wholeNumber(1, 8), "tasks"),
                    settings.orElse(
                            "CHURNWATCH_SHARE",
                            "0.5",
                            SettingType.number("a number above 0", number -> number > 0),
                            "of the customers"),
                    settings.orElse("CHURNWATCH_ENABLED", "false", SettingType.FLAG, "whether it runs"),
                    settings.orElse("CHURNWATCH_PACE", "slow", SettingType.oneOf(Pace.class), "how fast"),
                    settings.orElse(
                            "CHURNWATCH_TIMEOUT_SECONDS",
                            "20",
                            SettingType.wholeNumber(1, 60)
                                    .map(Duration::ofSeconds)
                                    .orOff(),
                            "until it gives up"));
        }
    }

    @Test
    void whatIsNotSetHasItsDefault() {
        assertThat(read(VALID))
                .isEqualTo(new Program(
                        "bank",
                        " a long secret ",
                        URI.create("redis://:url-secret@cache"),
                        Path.of("web/out"),
                        Optional.empty(),
                        2,
                        0.5,
                        false,
                        Pace.SLOW,
                        Optional.of(Duration.ofSeconds(20))));
    }

    @Test
    void whatIsSetIsTyped() {
        Map<String, String> environment = new HashMap<>(VALID);
        environment.putAll(Map.of("CHURNWATCH_PORT", "0", "CHURNWATCH_PARALLELISM", "8", "CHURNWATCH_SHARE", "1e-3"));
        environment.putAll(
                Map.of("CHURNWATCH_ENABLED", "true", "CHURNWATCH_PACE", "fast", "CHURNWATCH_TIMEOUT_SECONDS", "OFF"));
        Program program = read(environment);

        assertThat(program.port()).hasValue(0);
        assertThat(program.parallelism()).isEqualTo(8);
        assertThat(program.share()).isEqualTo(0.001);
        assertThat(program.isEnabled()).isTrue();
        assertThat(program.pace()).isEqualTo(Pace.FAST);
        assertThat(program.timeout()).isEmpty();
    }

    @Property
    void everyBrokenValueIsReportedAndNothingElse(@ForAll("names") Set<String> broken) {
        Map<String, String> environment = new HashMap<>(VALID);
        broken.forEach(name -> environment.put(name, BROKEN.get(name)));

        String message = catchThrowableOfType(InvalidSettingsException.class, () -> read(environment))
                .getMessage();
        assertThat(message.lines().skip(1).map(line -> line.replaceAll("  - (CHURNWATCH_[A-Z_]+)[ :].*", "$1")))
                .containsExactlyInAnyOrderElementsOf(broken);
        assertThat(message).doesNotContain("short-secret", "url-secret");
    }

    @Provide
    Arbitrary<Set<String>> names() {
        return Arbitraries.of(BROKEN.keySet()).set().ofMinSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CHURNWATCH_NAME            | CHURNWATCH_NAME is not set (the bank); an example is bank
            CHURNWATCH_PASSWORD        | CHURNWATCH_PASSWORD must be a text of 13 characters or more
            CHURNWATCH_CACHE_URL       | CHURNWATCH_CACHE_URL must be a URL that starts with redis://
            CHURNWATCH_PORT            | CHURNWATCH_PORT must be a whole number from 0 to 65535, not '65536'
            CHURNWATCH_SHARE           | CHURNWATCH_SHARE must be a number above 0, not 'NaN'
            CHURNWATCH_ENABLED         | CHURNWATCH_ENABLED must be true or false, not 'yes'
            CHURNWATCH_PACE            | CHURNWATCH_PACE must be fast or slow, not 'Fast'
            CHURNWATCH_TIMEOUT_SECONDS | CHURNWATCH_TIMEOUT_SECONDS must be a whole number from 1 to 60, or off, not '0'
            """)
    void aProblemNamesTheVariableTheValueAndWhatIsAllowed(String name, String problem) {
        assertThatThrownBy(() -> read(with(name, BROKEN.get(name))))
                .hasMessage("The program cannot start:\n  - " + problem);
    }

    @Test
    void aMisspeltNameIsNamedAmongTheProblemsAndAloneStopsNothing() {
        Map<String, String> environment = with("CHURNWATCH_PARALELISM", "4");
        assertThatCode(() -> read(environment)).doesNotThrowAnyException();

        environment.remove("CHURNWATCH_NAME");
        assertThatThrownBy(() -> read(environment))
                .hasMessageEndingWith("\n  - CHURNWATCH_PARALELISM is not read: did you mean CHURNWATCH_PARALLELISM?");
    }

    @Test
    void othersVariablesAreNoMisspellings() {
        assertThat(Stream.of("CHURNWATCH_PORTS", "CHURNWATCH_PORT", "CHURNWATCH_HOME", "CHURNWATC_PORT", "PORT")
                        .filter(name -> Misspelling.find(name, List.of("CHURNWATCH_PORT"))
                                .isPresent()))
                .containsExactly("CHURNWATCH_PORTS");
    }

    @Test
    void readingDeclaresWithItsDefault() {
        assertThat(Settings.declaredBy(Program::of))
                .hasSize(BROKEN.size())
                .contains(
                        new Setting("CHURNWATCH_NAME", "the bank", "a text", "must be set, such as `bank`"),
                        new Setting("CHURNWATCH_PORT", "for metrics", "a whole number from 0 to 65535", "none"),
                        new Setting("CHURNWATCH_PACE", "how fast", "fast or slow", "`slow`"));
    }

    @Test
    void thePasswordOfTheDatabaseIsNotPrinted() {
        assertThat(new DatabaseSettings("jdbc:postgresql://db/bank?password=url-secret", "ann", "secret").toString())
                .isEqualTo("jdbc:postgresql://db/bank as ann");
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> environment = new HashMap<>(VALID);
        environment.put(name, value);
        return environment;
    }

    private static Program read(Map<String, String> environment) {
        return Settings.read("The program", environment, Program::of);
    }
}
