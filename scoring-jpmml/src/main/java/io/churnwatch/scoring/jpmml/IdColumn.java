package io.churnwatch.scoring.jpmml;

import io.churnwatch.feed.ProfileField;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The column with the customer id, which is copied into the output. */
record IdColumn(String title, int index) {
    /** Folded; the first one that a file has is its id column. */
    private static final List<String> NAMES = List.of("customerid", "id");

    /**
     * The id column of a file, if it has one.
     *
     * @throws WrongInputException when it has the column twice
     */
    static Optional<IdColumn> of(String file, List<String> header) {
        return NAMES.stream()
                .map(name -> named(name, header))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(found -> onlyOne(file, found));
    }

    private static List<IdColumn> named(String name, List<String> header) {
        return IntStream.range(0, header.size())
                .filter(i -> ProfileField.fold(header.get(i)).equals(name))
                .mapToObj(i -> new IdColumn(header.get(i), i))
                .toList();
    }

    private static IdColumn onlyOne(String file, List<IdColumn> found) {
        if (found.size() > 1) {
            throw new WrongInputException(
                    file + " repeats the column " + found.get(0).title() + ".");
        }
        return found.get(0);
    }
}
