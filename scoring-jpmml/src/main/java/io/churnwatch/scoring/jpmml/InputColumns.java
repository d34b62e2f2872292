package io.churnwatch.scoring.jpmml;

import static io.churnwatch.feed.ProfileField.fold;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.DecimalText;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.NotScorableException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The columns of a file that hold a model's input fields, found by their names in any spelling. */
record InputColumns(List<InputColumn> columns) {
    /** Where the header names a field: nowhere, once or more than once. */
    private record Match(InputField field, List<Integer> positions) {}

    InputColumns {
        columns = List.copyOf(columns);
    }

    /**
     * Finds the columns that the model uses and ignores the others.
     *
     * @param file what messages call it
     * @throws WrongInputException naming all columns that are missing, or all that are there twice
     */
    static InputColumns of(String file, List<String> header, List<InputField> fields) {
        List<Match> matches = fields.stream()
                .map(field -> new Match(field, positions(field.name(), header, fields)))
                .toList();
        List<String> missing = names(matches, positions -> positions.isEmpty());
        if (!missing.isEmpty()) {
            throw new WrongInputException(file + lacks(missing, header));
        }
        List<String> repeated = names(matches, positions -> positions.size() > 1);
        if (!repeated.isEmpty()) {
            throw new WrongInputException(file + " repeats " + columnsNamed(repeated) + ".");
        }
        return new InputColumns(matches.stream()
                .map(match -> new InputColumn(match.field(), match.positions().get(0)))
                .toList());
    }

    /**
     * The input fields of a row.
     *
     * @throws NotScorableException naming a field whose cell cannot be read
     */
    Features features(List<String> cells) throws NotScorableException {
        Map<String, AttributeValue> values = new HashMap<>();
        for (InputColumn column : columns) {
            AttributeValue value = column.read(cells);
            if (value != null) {
                values.put(column.field().name(), value);
            }
        }
        // Not Features.of, which would search for other spellings of unknown fields: models use their own names.
        return values::get;
    }

    /** Matches any spelling, except where the model itself has two of them (x1 and x_1). */
    private static List<Integer> positions(String name, List<String> header, List<InputField> fields) {
        String folded = fold(name);
        Predicate<String> anySpelling = title -> fold(title).equals(folded);
        long fieldsOfThatName =
                fields.stream().map(InputField::name).filter(anySpelling).count();
        Predicate<String> isMeant = fieldsOfThatName > 1 ? name::equals : anySpelling;
        return IntStream.range(0, header.size())
                .filter(i -> isMeant.test(header.get(i)))
                .boxed()
                .toList();
    }

    private static List<String> names(List<Match> matches, Predicate<List<Integer>> condition) {
        return matches.stream()
                .filter(match -> condition.test(match.positions()))
                .map(match -> match.field().name())
                .toList();
    }

    private static String lacks(List<String> missing, List<String> header) {
        String firstLine = Terminal.printable(String.join(",", header));
        if (header.stream().anyMatch(title -> DecimalText.parse(title).isPresent())) {
            return " has no header: its first line is " + firstLine + ". The model needs " + columnsNamed(missing)
                    + ".";
        }
        return " lacks " + columnsNamed(missing) + ". Its header is: " + firstLine;
    }

    private static String columnsNamed(List<String> names) {
        return (names.size() == 1 ? "the column " : "the columns ") + String.join(", ", names);
    }
}
