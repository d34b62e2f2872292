package io.churnwatch.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The values that a setting accepts.
 *
 * @param rule completes "must be", such as "true or false"
 * @param isSecret keeps the value out of messages
 * @param isExplained reports the parser's own message instead of the rule
 * @param parser throws an {@link IllegalArgumentException} for any other value
 */
public record SettingType<T>(String rule, boolean isSecret, boolean isExplained, Function<String, T> parser) {
    public static final SettingType<String> TEXT = of("a text", text -> text);

    /** Taken as it is, blanks included. */
    public static final SettingType<String> SECRET = new SettingType<>("a text", true, false, text -> text);

    public static final SettingType<Boolean> FLAG = of("true or false", text -> text)
            .where(List.of("true", "false")::contains)
            .map(Boolean::valueOf);

    public static final SettingType<Path> PATH = of("a path", Path::of);

    public static final SettingType<Integer> PORT = wholeNumber(0, 65_535);

    public static <T> SettingType<T> of(String rule, Function<String, T> parser) {
        return new SettingType<>(rule, false, false, text -> parser.apply(text.strip()));
    }

    /** For a parser whose messages explain more than the rule. */
    public static <T> SettingType<T> explained(String rule, Function<String, T> parser) {
        return new SettingType<>(rule, false, true, text -> parser.apply(text.strip()));
    }

    public static SettingType<Integer> wholeNumber(int min, int max) {
        return of("a whole number from " + min + " to " + max, Integer::valueOf)
                .where(number -> number >= min && number <= max);
    }

    public static SettingType<Double> number(String rule, DoublePredicate check) {
        return of(rule, Double::valueOf).where(check::test);
    }

    /** A constant's name in lower case. */
    public static <E extends Enum<E>> SettingType<E> oneOf(Class<E> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        return of(alternatives(names), text -> text)
                .where(names::contains)
                .map(text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    }

    /** Secret, as it may hold a password. */
    public static SettingType<URI> url(String... schemes) {
        List<String> starts =
                Arrays.stream(schemes).map(scheme -> scheme + "://").toList();
        return new SettingType<>("a URL that starts with " + alternatives(starts), true, false, URI::create)
                .where(url -> starts.contains(url.getScheme() + "://"));
    }

    public <R> SettingType<R> map(Function<T, R> mapper) {
        return new SettingType<>(rule, isSecret, isExplained, parser.andThen(mapper));
    }

    /**
     * With a further check.
     *
     * @param more completes the rule
     */
    public SettingType<T> and(String more, Predicate<T> check) {
        return new SettingType<>(rule + " " + more, isSecret, isExplained, where(check).parser);
    }

    /** With a word, in any case, for a value of its own. */
    public SettingType<T> or(String word, T value) {
        return new SettingType<>(
                rule + ", or " + word,
                isSecret,
                isExplained,
                text -> text.strip().equalsIgnoreCase(word) ? value : parser.apply(text));
    }

    /** Where {@code off} means none. */
    public SettingType<Optional<T>> orOff() {
        return map(Optional::of).or("off", Optional.empty());
    }

    private SettingType<T> where(Predicate<T> check) {
        return map(value -> {
            if (!check.test(value)) {
                throw new IllegalArgumentException(rule);
            }
            return value;
        });
    }

    private static String alternatives(List<String> texts) {
        int last = texts.size() - 1;
        return last == 0 ? texts.get(0) : String.join(", ", texts.subList(0, last)) + " or " + texts.get(last);
    }
}
