package io.churnwatch.stream.version;

import io.churnwatch.feed.ProfileField;
import io.churnwatch.scoring.InputField;
import java.util.List;
import java.util.Optional;

/** Checks whether a customer's profile can fill a model's input fields. */
final class ModelSchema {
    /**
     * Returns the mismatch, as the rest of a sentence after "it"; empty when everything fits. Fields that are no columns are extra
     * attributes of any kind.
     */
    static Optional<String> misfit(List<InputField> fields) {
        return fields.stream()
                .filter(ModelSchema::wantsNumberOfText)
                .findFirst()
                .map(field -> "asks for " + field.name() + " as a number, and the profile holds a text there");
    }

    private static boolean wantsNumberOfText(InputField field) {
        boolean text = ProfileField.named(field.name())
                .filter(column -> column.kind() == ProfileField.Kind.TEXT)
                .isPresent();
        return text && field.kind() == InputField.Kind.NUMBER;
    }

    private ModelSchema() {}
}
