package io.churnwatch.scoring.value;

import static io.churnwatch.feed.CustomerFixture.loyalCustomer;
import static io.churnwatch.feed.CustomerFixture.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.ProfileField;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueAtRiskTest {
    private static final CustomerProfile CUSTOMER = CustomerProfile.UNKNOWN.toBuilder()
            .set(ProfileField.BALANCE, 1_000.0)
            .set(ProfileField.ESTIMATED_SALARY, 500.0)
            .set(ProfileField.NUM_OF_PRODUCTS, 3)
            .set(ProfileField.TENURE, 2)
            .set(ProfileField.IS_ACTIVE_MEMBER, true)
            .attribute("monthly_fee", AttributeValue.of(12.5))
            .attribute("segment", AttributeValue.of("gold"))
            .build();

    @Property
    void withoutASettingItIsProbabilityTimesBalance(
            @ForAll @DoubleRange(min = 0, max = 1) double probability,
            @ForAll @DoubleRange(min = 0, max = 9_999_999_999_999d) double balance) {
        assertThat(ValueAtRisk.DEFAULT.of(probability, only(ProfileField.BALANCE, balance)))
                .isEqualTo(probability * balance);
    }

    @ParameterizedTest
    @CsvSource({
        "probability * (balance + 0.1 * estimated_salary), 262.5",
        "3 / 2, 1.5",
        "num_of_products / tenure, 1.5",
        "2 - 3 - 4, -5",
        "2 + 3 * 4, 14",
        "-2 * -3, 6",
        "12 / 3 / 2, 2",
        "1.5e3 * 2, 3000",
        "monthly_fee * 12, 150",
        "is_active_member * balance, 1000",
        "'min(balance, 800, estimated_salary)', 500",
        "'max(balance, 800, estimated_salary)', 1000",
        "'coalesce(age, tenure, 7)', 2",
        "'coalesce(no_such_attribute, 7)', 7",
        "' ( ( balance ) ) ', 1000",
    })
    void anExpressionIsComputedAsItIsWritten(String expression, double value) {
        assertThat(ValueAtRisk.of(expression).of(0.25, CUSTOMER)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "balance * age",
        "balance * no_such_attribute",
        "balance * segment",
        "0 * age",
        "'min(balance, age)'",
        "balance / 0",
        "balance * 1e300 * 1e300",
        "balance * 1e11"
    })
    void whatCannotBeToldIsNull(String expression) {
        assertThat(ValueAtRisk.of(expression).of(0.25, CUSTOMER)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1, a number",
        "'balance +', 10, before the end",
        "balance balance, 9, an operator is expected",
        "probability * (balance, 23, ')' is expected before the end",
        "probability ** balance, 14, a number",
        "2 * .5, 5, a number",
        "balance % 2, 9, an operator is expected",
        "Balance, 1, the column is written 'balance'",
        "2 * estimatedSalary, 5, the column is written 'estimated_salary'",
        "2 * MonthlyFee, 5, names are in snake_case",
        "balance * surname, 11, 'surname' is a text",
        "2 * sqrt(balance), 5, there is no function 'sqrt'",
        "'min(balance)', 12, ',' is expected",
        "'min(balance, )', 14, a number",
        "balance), 8, an operator is expected",
    })
    void whatDoesNotReadIsRefusedWithItsPlace(String expression, int place, String problem) {
        assertThatThrownBy(() -> ValueAtRisk.of(expression))
                .isInstanceOf(InvalidExpressionException.class)
                .hasMessageStartingWith("'" + expression + "' does not read at character " + place + ": ")
                .hasMessageContaining(problem);
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll @StringLength(max = 40) String text) {
        try {
            ValueAtRisk.of(text).of(0.5, loyalCustomer());
        } catch (InvalidExpressionException e) {
            assertThat(e).hasMessageContaining("does not read at character");
        }
    }

    @Test
    void aTextThatIsMuchTooLongIsRefused() {
        assertThatThrownBy(() -> ValueAtRisk.of("(".repeat(100_000)))
                .isInstanceOf(InvalidExpressionException.class)
                .hasMessageContaining("longer than 1000");
    }

    @Test
    void itTravelsToTheTaskThatScores() throws Exception {
        ValueAtRisk sent = ValueAtRisk.of("probability * max(balance, monthly_fee)");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(sent);

        Object received = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        assertThat(received).isEqualTo(sent);
        assertThat(((ValueAtRisk) received).of(0.25, CUSTOMER)).isEqualTo(250);
    }
}
