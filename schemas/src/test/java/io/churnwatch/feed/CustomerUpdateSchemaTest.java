package io.churnwatch.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.JsonSchemas;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decoder and the JSON Schema take the same documents. */
class CustomerUpdateSchemaTest {
    private static final String PATCH = """
            {"event_id":"e-1","customer_id":7,"occurred_at":"2026-11-22T10:15:30.123Z","op":"PATCH",\
            "source":"core-banking","profile":{"age":40,"surname":"Hill","attributes":{"tariff":1}}}""";

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aValidDocumentIsTakenByBoth(@ForAll("valid") UpdateDocuments.Document document) throws Exception {
        assertThat(JsonSchemas.complaints("customer-update.json", document.json()))
                .isEmpty();
        CustomerUpdate update = CustomerUpdateJson.read(document.json());

        assertThat(CustomerUpdateJson.read(CustomerUpdateJson.write(update))).isEqualTo(update);
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void aChangedDocumentIsTakenByBothOrByNone(@ForAll("changed") UpdateDocuments.Document document) {
        InvalidUpdateException refusal = refusal(document.json());

        assertThat(refusal == null)
                .as("refused by the decoder: %s", refusal)
                .isEqualTo(JsonSchemas.complaints("customer-update.json", document.json())
                        .isEmpty());
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void aRefusalNamesTheFieldThatWasChanged(@ForAll("changed") UpdateDocuments.Document document) {
        InvalidUpdateException refusal = refusal(document.json());

        if (refusal != null) {
            assertThat(refusal.field()).isIn(document.change().fields());
            assertThat(refusal.detail()).isNotBlank();
        }
    }

    /** Of the times on which decoder and schema agree. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T10:15:30Z",
                "2026-11-22t10:15:30z",
                "2026-11-22T12:15:30.123456789+02:00",
                "2026-11-22T10:15:30.1234567890Z",
                "2026-11-22T10:15Z",
                "2026-11-22T10:15:30",
                "2026-02-30T10:15:30Z",
                "2026-11-22",
                "now",
                ""
            })
    void aTimeIsTakenByBothOrByNone(String time) {
        byte[] json = PATCH.replace("2026-11-22T10:15:30.123Z", time).getBytes(StandardCharsets.UTF_8);

        assertThat(refusal(json) == null)
                .isEqualTo(JsonSchemas.complaints("customer-update.json", json).isEmpty());
    }

    @Property
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        assertThat(refusal(bytes)).isNotNull();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aDocumentWithAnyByteChangedIsReadOrRefused(
            @ForAll("valid") UpdateDocuments.Document document, @ForAll byte other, @ForAll int place) {
        byte[] bytes = document.json();
        bytes[Math.floorMod(place, bytes.length)] = other;

        InvalidUpdateException refusal = refusal(bytes);

        assertThat(refusal == null || !refusal.detail().isBlank()).isTrue();
    }

    /** What is different, and why. */
    @ParameterizedTest(name = "{0} → {1}: the decoder says {2}, the schema {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Any spelling of a name, and of an op, is one; a schema lists one spelling.
                "\"age\" | \"Age\" | taken | refused",
                "PATCH | patch | taken | refused",
                // An id is written as a whole number; for JSON Schema 7.0 is one.
                ":7, | :7.0, | refused | taken",
                // The years 1900 to 9998; a format knows no range.
                "2026-11 | 1899-11 | refused | taken",
                "2026-11 | 9999-11 | refused | taken",
                // The end of a day may be written as 24 o'clock in ISO 8601, not in RFC 3339.
                "T10:15:30.123Z | T24:00:00Z | taken | refused",
                // A number must fit into a double.
                "\"tariff\":1 | \"tariff\":1e999 | refused | taken",
                // Half a surrogate pair is no text for PostgreSQL.
                "Hill | \\ud83d | refused | taken",
                // A name given twice: the decoder checks both, a schema sees the last.
                "\"age\":40 | \"age\":1,\"age\":40 | refused | taken",
            })
    void whereTheyDifferTheDecoderDecides(String good, String other, String decoder, String schema) {
        byte[] json = PATCH.replace(good, other).getBytes(StandardCharsets.UTF_8);

        assertThat(refusal(json) == null ? "taken" : "refused").isEqualTo(decoder);
        assertThat(JsonSchemas.complaints("customer-update.json", json).isEmpty() ? "taken" : "refused")
                .isEqualTo(schema);
    }

    @Provide
    Arbitrary<UpdateDocuments.Document> valid() {
        return UpdateDocuments.valid();
    }

    @Provide
    Arbitrary<UpdateDocuments.Document> changed() {
        return UpdateDocuments.changed();
    }

    private static @Nullable InvalidUpdateException refusal(byte[] json) {
        try {
            CustomerUpdateJson.read(json);
            return null;
        } catch (InvalidUpdateException e) {
            return e;
        }
    }
}
