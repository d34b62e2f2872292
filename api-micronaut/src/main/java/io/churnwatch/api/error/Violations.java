package io.churnwatch.api.error;

import io.micronaut.core.beans.BeanIntrospection;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/** Reports the values of a request that violate its constraints, each by its JSON pointer. */
public final class Violations {
    /** The start of the framework's own message templates. */
    private static final String STANDARD_MESSAGE = "{jakarta.";

    public static List<FieldError> errors(Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(violation -> new FieldError(pointer(violation.getPropertyPath()), detail(violation)))
                .distinct() // an empty text is blank and too short
                .toList();
    }

    /** Leaves out the names that a client does not see: of the method, and of its parameter for the body. */
    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Iterator<Path.Node> nodes = path.iterator(); nodes.hasNext(); ) {
            Path.Node node = nodes.next();
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            boolean isQuery = node.getKind() == ElementKind.PARAMETER && !nodes.hasNext();
            if (isQuery || node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(JsonNames.snakeCase(node.getName()));
            }
        }
        return pointer.toString();
    }

    /** Replaces the framework's messages, which name only one limit. */
    private static String detail(ConstraintViolation<?> violation) {
        if (!violation.getMessageTemplate().startsWith(STANDARD_MESSAGE)) {
            return violation.getMessage();
        }
        return violation.getInvalidValue() == null ? "is missing" : expectation(violation);
    }

    private static String expectation(ConstraintViolation<?> violation) {
        Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
        Path.Node last = nodes.next();
        while (nodes.hasNext()) {
            last = nodes.next();
        }
        return BeanIntrospection.getIntrospection(violation.getLeafBean().getClass())
                .getProperty(last.getName())
                .map(component -> Expectation.of(component.asArgument()))
                .orElseGet(violation::getMessage);
    }

    private Violations() {}
}
