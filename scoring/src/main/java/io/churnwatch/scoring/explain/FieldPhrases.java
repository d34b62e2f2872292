package io.churnwatch.scoring.explain;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.ProfileField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Phrases for a field and its values, as a bank's analyst would write them. */
final class FieldPhrases {
    private static final Pattern CAMEL_CASE = Pattern.compile("([a-z])([A-Z])");

    /** The value as the start of a sentence: "3 products held". */
    static String value(String field, @Nullable AttributeValue value) {
        if (value == null) {
            return label(field) + " unknown";
        }
        Double number = value.number();
        Optional<ProfileField> known = ProfileField.named(field);
        if (known.isEmpty() || number == null) {
            return label(field) + " " + (number == null ? value.text() : plain(number));
        }
        return switch (known.get()) {
            case NUM_OF_PRODUCTS -> number == 1 ? "1 product held" : plain(number) + " products held";
            case TENURE -> number == 1 ? "1 year with the bank" : plain(number) + " years with the bank";
            case IS_ACTIVE_MEMBER -> number == 0 ? "Not an active member" : "Active member";
            case HAS_CR_CARD -> number == 0 ? "No credit card" : "Credit card held";
            case BALANCE -> number == 0 ? "No balance" : "Balance " + money(number);
            case ESTIMATED_SALARY -> "Estimated salary " + money(number);
            default -> label(field) + " " + plain(number);
        };
    }

    /** The values of an effect, to follow "customers": "with 3 or more products". */
    static String range(String field, FieldEffect effect) {
        Optional<ProfileField> known = ProfileField.named(field);
        if (known.isPresent() && known.get().kind() == ProfileField.Kind.BOOLEAN) {
            return flag(known.get(), effect.upTo() > 1 || effect.above() > 0);
        }
        if (!effect.categories().isEmpty()) {
            return category(field, effect.categories());
        }
        boolean whole = known.isEmpty() || known.get().kind() != ProfileField.Kind.MONEY;
        String numbers = numbers(effect, whole);
        return known.filter(profile -> profile == ProfileField.AGE).isPresent()
                ? "aged " + numbers
                : "with " + numbers + " " + (numbers.equals("at most 1") ? one(field) : noun(field));
    }

    /** The values of an effect as a stable code: "above_2". */
    static String code(FieldEffect effect) {
        if (!effect.categories().isEmpty()) {
            return String.join("_or_", effect.categories())
                    .toLowerCase(Locale.ROOT)
                    .replace(' ', '_');
        }
        boolean from = effect.above() > Double.NEGATIVE_INFINITY;
        boolean to = effect.upTo() < Double.POSITIVE_INFINITY;
        if (!from && !to) {
            return "any";
        }
        String low = from ? "above_" + plain(effect.above()) : "";
        String high = to ? "to_" + plain(effect.upTo()) : "";
        return from && to ? low + "_" + high : low + high;
    }

    private static String numbers(FieldEffect effect, boolean whole) {
        boolean from = effect.above() > Double.NEGATIVE_INFINITY;
        boolean to = effect.upTo() < Double.POSITIVE_INFINITY;
        String low = whole ? plain(Math.floor(effect.above()) + 1) : money(effect.above());
        String high = whole ? plain(Math.floor(effect.upTo())) : money(effect.upTo());
        if (from && to) {
            return low.equals(high) ? low : low + " to " + high;
        }
        if (from) {
            return whole ? low + " or more" : "more than " + low;
        }
        return to ? "at most " + high : "any";
    }

    private static String flag(ProfileField field, boolean yes) {
        return switch (field) {
            case IS_ACTIVE_MEMBER -> yes ? "who are active" : "who are not active";
            case HAS_CR_CARD -> yes ? "with a credit card" : "without a credit card";
            default -> (yes ? "with " : "without ") + label(field.column()).toLowerCase(Locale.ROOT);
        };
    }

    private static String category(String field, List<String> categories) {
        String names = String.join(" or ", categories);
        return ProfileField.named(field)
                .filter(known -> known == ProfileField.GEOGRAPHY)
                .map(known -> "in " + names)
                .orElse("of " + label(field).toLowerCase(Locale.ROOT) + " " + names);
    }

    private static String noun(String field) {
        return ProfileField.named(field)
                .map(known -> switch (known) {
                    case NUM_OF_PRODUCTS -> "products";
                    case TENURE -> "years at the bank";
                    case BALANCE -> "of balance";
                    case ESTIMATED_SALARY -> "of estimated salary";
                    default -> "of " + label(field).toLowerCase(Locale.ROOT);
                })
                .orElse("of " + label(field).toLowerCase(Locale.ROOT));
    }

    private static String one(String field) {
        String noun = noun(field);
        return noun.endsWith("s") ? noun.substring(0, noun.length() - 1) : noun.replace("years ", "year ");
    }

    private static String label(String field) {
        String words =
                CAMEL_CASE.matcher(field.replace('_', ' ')).replaceAll("$1 $2").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String money(double amount) {
        return Decimals.grouped(amount);
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Decimals.fourDigits(number);
    }

    private FieldPhrases() {}
}
