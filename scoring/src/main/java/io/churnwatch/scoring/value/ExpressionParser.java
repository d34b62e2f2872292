package io.churnwatch.scoring.value;

import io.churnwatch.feed.ProfileField;
import io.churnwatch.feed.ProfileField.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an expression by recursive descent, a method for each line of the grammar:
 *
 * <pre>
 * sum     = product { ("+" | "-") product }
 * product = factor { ("*" | "/") factor }
 * factor  = "-" factor | "(" sum ")" | number | function "(" sum "," sum { "," sum } ")" | name
 * </pre>
 */
final class ExpressionParser {
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Map<String, Operator> FUNCTIONS =
            Map.of("min", Operator.MIN, "max", Operator.MAX, "coalesce", Operator.COALESCE);

    /** As deep as it can be nested within this length, the stack is far from its end. */
    private static final int LENGTH_MAX = 1_000;

    private final String text;
    private int position;

    ExpressionParser(String text) {
        this.text = text;
    }

    Term parse() {
        if (text.length() > LENGTH_MAX) {
            throw problem(LENGTH_MAX, "it is longer than " + LENGTH_MAX + " characters");
        }
        Term term = sum();
        if (position < text.length()) {
            throw problem(position, "an operator is expected, not '" + text.charAt(position) + "'");
        }
        return term;
    }

    private Term sum() {
        Term term = product();
        while (true) {
            if (take('+')) {
                term = new Term.Operation(Operator.PLUS, term, product());
            } else if (take('-')) {
                term = new Term.Operation(Operator.MINUS, term, product());
            } else {
                return term;
            }
        }
    }

    private Term product() {
        Term term = factor();
        while (true) {
            if (take('*')) {
                term = new Term.Operation(Operator.TIMES, term, factor());
            } else if (take('/')) {
                term = new Term.Operation(Operator.DIVIDED_BY, term, factor());
            } else {
                return term;
            }
        }
    }

    private Term factor() {
        if (take('-')) {
            return new Term.Operation(Operator.MINUS, new Term.Constant(0), factor());
        }
        if (take('(')) {
            Term term = sum();
            require(')');
            return term;
        }
        Optional<String> number = take(NUMBER);
        return number.isPresent() ? new Term.Constant(Double.parseDouble(number.get())) : named();
    }

    private Term named() {
        skipSpace();
        int start = position;
        String name =
                take(NAME).orElseThrow(() -> problem(start, "a number, a name or '(' is expected" + found(start)));
        if (take('(')) {
            return call(name, start);
        }
        return name.equals("probability") ? new Term.Probability() : field(name, start);
    }

    private Term call(String name, int start) {
        Operator function = FUNCTIONS.get(name);
        if (function == null) {
            throw problem(start, "there is no function '" + name + "'; there are min, max and coalesce");
        }
        Term term = sum();
        require(',');
        do {
            term = new Term.Operation(function, term, sum());
        } while (take(','));
        require(')');
        return term;
    }

    private Term field(String name, int start) {
        Optional<ProfileField> column = ProfileField.named(name);
        if (column.isEmpty()) {
            return attribute(name, start);
        }
        if (!name.equals(column.get().column())) {
            throw problem(start, "the column is written '" + column.get().column() + "'");
        }
        if (column.get().kind() == Kind.TEXT) {
            throw problem(start, "'" + name + "' is a text, not a number");
        }
        return new Term.Column(column.get());
    }

    private Term attribute(String name, int start) {
        if (!SNAKE_CASE.matcher(name).matches()) {
            throw problem(start, "names are in snake_case, not '" + name + "'");
        }
        return new Term.Attribute(name);
    }

    private boolean take(char expected) {
        skipSpace();
        if (position < text.length() && text.charAt(position) == expected) {
            position++;
            skipSpace();
            return true;
        }
        return false;
    }

    private void require(char expected) {
        if (!take(expected)) {
            throw problem(position, "'" + expected + "' is expected" + found(position));
        }
    }

    private Optional<String> take(Pattern pattern) {
        skipSpace();
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        position = matcher.end();
        skipSpace();
        return Optional.of(matcher.group());
    }

    private void skipSpace() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private String found(int at) {
        return at < text.length() ? ", not '" + text.charAt(at) + "'" : " before the end";
    }

    private InvalidExpressionException problem(int at, String problem) {
        return new InvalidExpressionException(text, at, problem);
    }
}
