package io.churnwatch.scoring;

import static io.churnwatch.feed.CustomerFixture.loyalCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.CustomerProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeaturesTest {
    @Test
    void columnsAreFoundInAnySpelling() {
        Features features = Features.of(loyalCustomer());

        assertThat(features.value("credit_score"))
                .isEqualTo(features.value("CreditScore"))
                .isEqualTo(features.value("creditScore"))
                .isEqualTo(AttributeValue.of(712));
    }

    @Test
    void yesAndNoAreOneAndZero() {
        assertThat(Features.of(loyalCustomer()).value("has_cr_card")).isEqualTo(AttributeValue.of(1));
        assertThat(Features.of(loyalCustomer()).value("exited")).isEqualTo(AttributeValue.of(0));
    }

    @Test
    void extraAttributesAreFeaturesToo() {
        CustomerProfile profile = loyalCustomer().toBuilder()
                .attribute("logins_per_week", AttributeValue.of(2.5))
                .build();

        assertThat(Features.of(profile).value("LoginsPerWeek")).isEqualTo(AttributeValue.of(2.5));
        assertThat(Features.of(profile).value("music")).isNull();
    }

    @Test
    void ofTwoSpellingsOfAnAttributeItIsAlwaysTheSameOneThatCounts() {
        CustomerProfile profile = loyalCustomer().toBuilder()
                .attribute("tenure_months", AttributeValue.of(1))
                .attribute("tenuremonths", AttributeValue.of(2))
                .attribute("tenure_m_onths", AttributeValue.of(3))
                .build();

        assertThat(Features.of(profile).value("TenureMonths")).isEqualTo(AttributeValue.of(3));
        assertThat(Features.of(profile).value("tenure_months")).isEqualTo(AttributeValue.of(1));
    }

    @Test
    void theClassThatSaysYesIsThePositiveOne() {
        assertThat(PositiveClass.of(List.of("0", "1"))).isEqualTo("1");
        assertThat(PositiveClass.of(List.of("True", "False"))).isEqualTo("True");
        assertThat(PositiveClass.of(List.of("stays", "leaves"))).isEqualTo("leaves");
    }
}
