package io.churnwatch.scoring.pmml;

import static io.churnwatch.feed.CustomerFixture.loyalCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.model.SmallForest;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.KeyedScore;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RescoreTest {
    private static final PmmlForest FOREST = forest();

    @Property(tries = 200)
    void aChainOfRescoresSaysWhatScoringAnewSays(
            @ForAll @Size(min = 2, max = 20) List<@IntRange(min = 18, max = 90) Integer> ages,
            @ForAll @DoubleRange(max = 200_000) double balance)
            throws Exception {
        KeyedScore last = KeyedScore.NONE;
        for (int age : ages) {
            Features features = Features.of(loyalCustomer().toBuilder()
                    .set(ProfileField.AGE, age)
                    .set(ProfileField.BALANCE, balance * age / 90)
                    .build());
            last = FOREST.rescore(features, last);

            assertThat(last.probability()).isEqualTo(FOREST.score(features));
        }
    }

    @Test
    void anEqualKeyHasTheLastProbabilityWithoutAWalk() throws Exception {
        Features features = Features.of(loyalCustomer());
        KeyedScore scored = FOREST.rescore(features, KeyedScore.NONE);

        assertThat(FOREST.rescore(features, new KeyedScore(0.123, scored.key())).probability())
                .isEqualTo(0.123);
    }

    @Test
    void theKeyThatWasHandedInStaysAsItWas() throws Exception {
        KeyedScore first = FOREST.rescore(Features.of(loyalCustomer()), KeyedScore.NONE);
        long[] before = first.key().clone();
        KeyedScore second = FOREST.rescore(Features.of(aged(80)), first);

        assertThat(first.key()).isEqualTo(before).isNotEqualTo(second.key());
    }

    @Test
    void aCustomerWhoCannotBeScoredIsRefusedAsByScore() throws Exception {
        PmmlForest needsAge = PmmlForest.read(TinyForest.PMML.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> needsAge.rescore(Features.of(CustomerProfile.UNKNOWN), KeyedScore.NONE))
                .isInstanceOf(NotScorableException.class);
    }

    /**
     * Keys are kept in savepoints. Who changes how they are laid out renames {@code CustomerState.splitKey}, so that old
     * ones are forgotten instead of taken for others, and then changes this test.
     */
    @Test
    void aKeyIsLaidOutAsInSavepointsOfEarlierVersions() throws Exception {
        assertThat(Arrays.toString(FOREST.rescore(Features.of(loyalCustomer()), KeyedScore.NONE)
                        .key()))
                .isEqualTo("[74241544428]");
    }

    private static CustomerProfile aged(int age) {
        return loyalCustomer().toBuilder().set(ProfileField.AGE, age).build();
    }

    private static PmmlForest forest() {
        try {
            return PmmlForest.read(SmallForest.PMML);
        } catch (UnsupportedPmmlException e) {
            throw new IllegalStateException(e);
        }
    }
}
