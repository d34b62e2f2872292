package io.churnwatch.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.churnwatch.JsonSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProfileFieldTest {
    @Test
    void theJsonSchemaHoldsTheSameFieldsAndRanges() {
        JsonNode properties =
                JsonSchemas.load("customer-update.json").getSchemaNode().at("/properties/profile/properties");
        List<String> names = new ArrayList<>();
        properties.fieldNames().forEachRemaining(names::add);

        assertThat(names)
                .containsExactlyElementsOf(Stream.concat(
                                Stream.of(ProfileField.values()).map(ProfileField::column), Stream.of("attributes"))
                        .toList());
        for (ProfileField field : ProfileField.values()) {
            JsonNode schema = properties.get(field.column());
            switch (field.kind()) {
                case TEXT -> assertThat(schema.get("maxLength").asDouble()).isEqualTo(field.max());
                case INTEGER, MONEY -> {
                    assertThat(schema.get("minimum").asDouble()).isEqualTo(field.min());
                    assertThat(schema.get("maximum").asDouble()).isEqualTo(field.max());
                }
                case BOOLEAN -> assertThat(schema.at("/type/0").asText()).isEqualTo("boolean");
            }
        }
    }

    @Test
    void aCellOfTheOriginalFileReads() throws Exception {
        assertThat(ProfileField.HAS_CR_CARD.parse("1")).isEqualTo(true);
        assertThat(ProfileField.BALANCE.parse("83807.86")).isEqualTo(83807.86);
        assertThat(ProfileField.AGE.parse("41")).isEqualTo(41);
        assertThat(ProfileField.AGE.parse("41.0")).isEqualTo(41);
        assertThat(ProfileField.GEOGRAPHY.parse(" Spain ")).isEqualTo("Spain");
        assertThat(ProfileField.BALANCE.parse(" ")).isNull();
    }

    @Test
    void aCellThatDoesNotReadNamesTheField() {
        assertThatThrownBy(() -> ProfileField.AGE.parse("old"))
                .isInstanceOf(InvalidUpdateException.class)
                .hasMessage("age 'old' is not a number");
        assertThatThrownBy(() -> ProfileField.EXITED.parse("maybe"))
                .hasMessageStartingWith("exited 'maybe' is neither");
        assertThatThrownBy(() -> ProfileField.BALANCE.parse("NaN")).hasMessage("balance 'NaN' is not a number");
        assertThatThrownBy(() -> ProfileField.BALANCE.parse("1f")).hasMessage("balance '1f' is not a number");
    }

    @Test
    void featuresLeaveOutIdentifiersAndTheOutcome() {
        assertThat(ProfileField.features()).hasSize(10).doesNotContain(ProfileField.EXITED, ProfileField.SURNAME);
    }
}
