package io.churnwatch.cli.models;

import io.churnwatch.model.ModelRole;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a role in any case. */
final class RoleConverter implements ITypeConverter<ModelRole> {
    @Override
    public ModelRole convert(String text) {
        try {
            return ModelRole.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + text + "' is neither champion nor challenger");
        }
    }
}
