package io.churnwatch.scoring.explain;

import static io.churnwatch.feed.CustomerFixture.leavingCustomer;
import static io.churnwatch.feed.CustomerFixture.loyalCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.model.SmallForest;
import io.churnwatch.risk.Reason;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.pmml.PmmlForest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReasonsTest {
    @Test
    void reasonsAreTheStrongestContributionsInWords() throws Exception {
        ExplainableModel forest = PmmlForest.read(SmallForest.PMML);
        List<Reason> reasons = Reasons.of(forest, Features.of(leavingCustomer()));

        assertThat(reasons).isNotEmpty().hasSizeLessThanOrEqualTo(5);
        assertThat(reasons)
                .isSortedAccordingTo((a, b) -> Double.compare(Math.abs(b.contribution()), Math.abs(a.contribution())));
        Reason products = reasons.stream()
                .filter(reason -> reason.field().equals("num_of_products"))
                .findFirst()
                .orElseThrow();
        assertThat(products.code()).isEqualTo("num_of_products.above_2.5");
        assertThat(products.text())
                .matches("3 products held: \\+[0-9.]+ points; of customers with 3 or more products the model expects"
                        + " [0-9]+\u00a0% to leave, of all [0-9]+\u00a0%");
    }

    @Test
    void whatLowersTheRiskIsSaidToo() throws Exception {
        List<Reason> reasons = Reasons.of(PmmlForest.read(SmallForest.PMML), Features.of(loyalCustomer()));

        assertThat(reasons).anySatisfy(reason -> {
            assertThat(reason.contribution()).isNegative();
            assertThat(reason.text()).contains(": −");
        });
    }

    @Test
    void valuesReadAsAnalystsWriteThem() {
        assertThat(words(ProfileField.IS_ACTIVE_MEMBER, false)).isEqualTo("Not an active member");
        assertThat(words(ProfileField.TENURE, 1)).isEqualTo("1 year with the bank");
        assertThat(words(ProfileField.BALANCE, 118_300.25)).isEqualTo("Balance 118,300");
        assertThat(words(ProfileField.CREDIT_SCORE, 540)).isEqualTo("Credit score 540");
        assertThat(words(ProfileField.GEOGRAPHY, "Germany")).isEqualTo("Geography Germany");
        assertThat(FieldPhrases.value("age", null)).isEqualTo("Age unknown");
    }

    @Test
    void rangesReadAsAnalystsWriteThem() {
        assertThat(range("num_of_products", 2.5, Double.POSITIVE_INFINITY)).isEqualTo("with 3 or more products");
        assertThat(range("age", 44.5, 62.5)).isEqualTo("aged 45 to 62");
        assertThat(range("age", Double.NEGATIVE_INFINITY, 39.5)).isEqualTo("aged at most 39");
        assertThat(range("tenure", Double.NEGATIVE_INFINITY, 2.5)).isEqualTo("with at most 2 years at the bank");
        assertThat(range("num_of_products", 1.5, 2.5)).isEqualTo("with 2 products");
        assertThat(range("balance", 50_000, Double.POSITIVE_INFINITY)).isEqualTo("with more than 50,000 of balance");
        assertThat(range("num_of_products", Double.NEGATIVE_INFINITY, 1.5)).isEqualTo("with at most 1 product");
        assertThat(range("tenure", Double.NEGATIVE_INFINITY, 1.5)).isEqualTo("with at most 1 year at the bank");
        assertThat(range("is_active_member", Double.NEGATIVE_INFINITY, 0.5)).isEqualTo("who are not active");
        assertThat(range("is_active_member", 0.5, Double.POSITIVE_INFINITY)).isEqualTo("who are active");
        assertThat(FieldPhrases.range("geography", new FieldEffect(0, 0, List.of("Germany"), 0.3, 0.2)))
                .isEqualTo("in Germany");
    }

    @Test
    void aContributionTooSmallToBeSeenIsNoReason() throws Exception {
        assertThat(Reasons.of(PmmlForest.read(SmallForest.PMML), Features.of(loyalCustomer()), Map.of("age", 0.004)))
                .isEmpty();
    }

    private static String range(String field, double above, double upTo) {
        return FieldPhrases.range(field, new FieldEffect(above, upTo, List.of(), 0.3, 0.2));
    }

    private static String words(ProfileField field, Object value) {
        CustomerProfile profile = loyalCustomer().toBuilder().set(field, value).build();
        return FieldPhrases.value(field.column(), Features.of(profile).value(field.column()));
    }
}
