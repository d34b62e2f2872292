package io.churnwatch.scoring.explain;

import static io.churnwatch.feed.CustomerFixture.leavingCustomer;
import static io.churnwatch.feed.CustomerFixture.loyalCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.model.SmallForest;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.pmml.PmmlForest;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RiskDifferenceTest {
    private static final ExplainableModel FOREST = read(new String(SmallForest.PMML, StandardCharsets.UTF_8));

    /** The same trees with every count of leavers doubled: another model of the same fields. */
    private static final ExplainableModel GLOOMIER = read(new String(SmallForest.PMML, StandardCharsets.UTF_8)
            .replaceAll("(<ScoreDistribution value=\"1\" recordCount=\")([0-9.]+)\"", "$1$20\""));

    @Test
    void theExplanationOfAScoreAddsUpToIt() throws Exception {
        Explanation explanation = FOREST.explain(Features.of(leavingCustomer()));

        assertThat(explanation.probability()).isEqualTo(FOREST.score(Features.of(leavingCustomer())));
        assertThat(explanation.base()
                        + explanation.contributions().values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum())
                .isCloseTo(explanation.probability(), within(1e-12));
        assertThat(explanation.contribution("num_of_products")).isPositive();
    }

    @Test
    void theTwoModelsOfThisTestAreNotTheSame() throws Exception {
        assertThat(GLOOMIER.score(Features.of(loyalCustomer())))
                .isGreaterThan(FOREST.score(Features.of(loyalCustomer())));
    }

    @Test
    void aChangedFieldIsTheOneThatMovedTheRisk() throws Exception {
        CustomerProfile thirdProduct =
                loyalCustomer().toBuilder().set(ProfileField.NUM_OF_PRODUCTS, 3).build();

        RiskDifference difference =
                RiskDifference.between(FOREST, Features.of(loyalCustomer()), FOREST, Features.of(thirdProduct));

        assertThat(difference.dataParts().entrySet().stream()
                        .max((a, b) -> Double.compare(a.getValue(), b.getValue()))
                        .orElseThrow()
                        .getKey())
                .isEqualTo("num_of_products");
        assertThat(difference.modelChange()).isZero();
    }

    @Property(tries = 200)
    void dataAndModelPartAddUpToTheChange(@ForAll long seed, @ForAll boolean modelChanges) throws Exception {
        Random random = new Random(seed);
        Features before = Features.of(customer(random));
        Features after = Features.of(customer(random));
        ExplainableModel newModel = modelChanges ? GLOOMIER : FOREST;

        RiskDifference difference = RiskDifference.between(FOREST, before, newModel, after);

        assertThat(difference.dataChange() + difference.modelChange())
                .isCloseTo(difference.after() - difference.before(), within(1e-12));
        assertThat(difference.dataChange()).isCloseTo(newModel.score(after) - newModel.score(before), within(1e-12));
        assertThat(difference.modelChange()).isCloseTo(newModel.score(before) - FOREST.score(before), within(1e-12));
    }

    private static CustomerProfile customer(Random random) {
        return loyalCustomer().toBuilder()
                .set(ProfileField.AGE, 18 + random.nextInt(70))
                .set(ProfileField.BALANCE, random.nextInt(20_000_000) / 100.0)
                .set(ProfileField.NUM_OF_PRODUCTS, 1 + random.nextInt(4))
                .set(ProfileField.IS_ACTIVE_MEMBER, random.nextBoolean())
                .set(ProfileField.CREDIT_SCORE, 300 + random.nextInt(600))
                .set(ProfileField.GEOGRAPHY, random.nextBoolean() ? "Germany" : "Italy")
                .build();
    }

    private static ExplainableModel read(String pmml) {
        try {
            return PmmlForest.read(pmml.getBytes(StandardCharsets.UTF_8));
        } catch (io.churnwatch.scoring.pmml.document.UnsupportedPmmlException e) {
            throw new IllegalStateException(e);
        }
    }
}
