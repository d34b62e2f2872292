package io.churnwatch.scoring.jpmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.InputField.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputColumnsTest {
    private static final InputField SCORE = new InputField("credit_score", Kind.NUMBER, List.of());
    private static final InputField COUNTRY = new InputField("Geography", Kind.CATEGORY, List.of("France", " Spain"));

    @ParameterizedTest
    @ValueSource(strings = {"credit_score", "CreditScore", "creditScore", "CREDIT_SCORE"})
    void aColumnIsFoundInAnySpelling(String title) throws Exception {
        InputColumns columns = columns(List.of("Surname", title, "geography"));

        Features features = columns.features(List.of("Miller", "612", "France"));

        assertThat(features.value("credit_score")).isEqualTo(AttributeValue.of(612));
        assertThat(features.value("Geography")).isEqualTo(AttributeValue.of("France"));
    }

    @Test
    void allMissingColumnsAreNamedAtOnce() {
        assertThatThrownBy(() -> columns(List.of("Surname", "Age")))
                .isInstanceOf(WrongInputException.class)
                .hasMessage("a.csv lacks the columns credit_score, Geography. Its header is: Surname,Age");
    }

    @Test
    void aFirstLineOfNumbersIsNoHeader() {
        assertThatThrownBy(() -> columns(List.of("15634602", "619", "France")))
                .isInstanceOf(WrongInputException.class)
                .hasMessage("a.csv has no header: its first line is 15634602,619,France."
                        + " The model needs the columns credit_score, Geography.");
    }

    @Test
    void twoSpellingsOfOneColumnAreRefused() {
        assertThatThrownBy(() -> columns(List.of("CreditScore", "credit_score", "Geography")))
                .isInstanceOf(WrongInputException.class)
                .hasMessage("a.csv repeats the column credit_score.");
    }

    @Test
    void aColumnThatTheModelDoesNotAskForMayBeThereTwice() {
        assertThat(columns(List.of("note", "note", "CreditScore", "Geography")).columns())
                .hasSize(2);
    }

    @Test
    void spellingsThatTheModelTellsApartAreToldApart() throws Exception {
        List<InputField> fields =
                List.of(new InputField("x_1", Kind.NUMBER, List.of()), new InputField("x1", Kind.NUMBER, List.of()));

        Features features =
                InputColumns.of("a.csv", List.of("x1", "x_1"), fields).features(List.of("1", "2"));

        assertThat(features.value("x1")).isEqualTo(AttributeValue.of(1));
        assertThat(features.value("x_1")).isEqualTo(AttributeValue.of(2));
    }

    @Test
    void anEmptyCellIsUnknown() throws Exception {
        Features features = columns(List.of("CreditScore", "Geography")).features(List.of("", "  "));

        assertThat(features.value("credit_score")).isNull();
        assertThat(features.value("Geography")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"612,612", "' 6.5e2 ',650", "-.5,-0.5", "+1.,1", "true,1", "t,1", "YES,1", "False,0", "f,0", "no,0"})
    void aNumberIsRead(String cell, double number) throws Exception {
        assertThat(new InputColumn(SCORE, 0).read(List.of(cell))).isEqualTo(AttributeValue.of(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"old", "1f", "0x1p3", "NaN", "Infinity", "1e999", "1,5", "1 000", "--1", "e5", "."})
    void whatIsNoNumberIsNamed(String cell) {
        assertThatThrownBy(() -> new InputColumn(SCORE, 0).read(List.of(cell)))
                .hasMessage("credit_score is '" + cell + "', which is not a number");
    }

    @Test
    void aCategoryKeepsItsSpacesWhereTheModelKnowsItWithThem() throws Exception {
        InputColumn country = new InputColumn(COUNTRY, 0);

        assertThat(country.read(List.of(" Spain"))).isEqualTo(AttributeValue.of(" Spain"));
        assertThat(country.read(List.of(" France "))).isEqualTo(AttributeValue.of("France"));
        assertThat(country.read(List.of("1"))).isEqualTo(AttributeValue.of("1"));
    }

    private static InputColumns columns(List<String> header) {
        return InputColumns.of("a.csv", header, List.of(SCORE, COUNTRY));
    }
}
