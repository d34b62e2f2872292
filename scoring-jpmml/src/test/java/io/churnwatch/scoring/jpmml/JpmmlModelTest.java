package io.churnwatch.scoring.jpmml;

import static io.churnwatch.feed.CustomerFixture.leavingCustomer;
import static io.churnwatch.feed.CustomerFixture.loyalCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.NotScorableException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JpmmlModelTest {
    /** One tree over the spellings of another bank; leaves 3/4, 1/2 and 1/10. Its verification row holds. */
    private static final String FOREIGN_MODEL = """
            <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>
              <DataDictionary>
                <DataField name="Churned" optype="categorical" dataType="string"><Value value="no"/><Value value="yes"/></DataField>
                <DataField name="Age" optype="continuous" dataType="integer"/>
                <DataField name="Geography" optype="categorical" dataType="string"><Value value="France"/><Value value="Germany"/></DataField>
                <DataField name="IsActiveMember" optype="categorical" dataType="integer"><Value value="0"/><Value value="1"/></DataField>
              </DataDictionary>
              <TreeModel functionName="classification" missingValueStrategy="nullPrediction">
                <MiningSchema>
                  <MiningField name="Churned" usageType="target"/>
                  <MiningField name="Age"/><MiningField name="Geography"/><MiningField name="IsActiveMember"/>
                </MiningSchema>
                <ModelVerification recordCount="1" fieldCount="4">
                  <VerificationFields>
                    <VerificationField field="Age" column="age"/>
                    <VerificationField field="Geography" column="geography"/>
                    <VerificationField field="IsActiveMember" column="active"/>
                    <VerificationField field="Churned" column="churned"/>
                  </VerificationFields>
                  <InlineTable><row><age>55</age><geography>Germany</geography><active>0</active><churned>yes</churned></row></InlineTable>
                </ModelVerification>
                <Node><True/>
                  <Node><SimplePredicate field="Age" operator="greaterThan" value="40"/>
                    <Node score="yes"><SimplePredicate field="Geography" operator="equal" value="Germany"/>
                      <ScoreDistribution value="no" recordCount="1"/><ScoreDistribution value="yes" recordCount="3"/></Node>
                    <Node score="no"><SimplePredicate field="Geography" operator="notEqual" value="Germany"/>
                      <ScoreDistribution value="no" recordCount="1"/><ScoreDistribution value="yes" recordCount="1"/></Node>
                  </Node>
                  <Node score="no"><SimplePredicate field="Age" operator="lessOrEqual" value="40"/>
                    <ScoreDistribution value="no" recordCount="9"/><ScoreDistribution value="yes" recordCount="1"/></Node>
                </Node>
              </TreeModel>
            </PMML>
            """;

    private final JpmmlModel model = read(FOREIGN_MODEL);

    @Test
    void fieldsInAnotherSpellingAreScored() throws Exception {
        assertThat(model.score(Features.of(leavingCustomer()))).isEqualTo(0.75);
        assertThat(model.score(Features.of(loyalCustomer()))).isEqualTo(0.1);
    }

    @Test
    void inputFieldsAreTheActiveOnesInTheModelsWords() {
        assertThat(model.inputFields())
                .containsExactly(
                        new InputField("Age", InputField.Kind.NUMBER, List.of()),
                        new InputField("Geography", InputField.Kind.CATEGORY, List.of("France", "Germany")),
                        new InputField("IsActiveMember", InputField.Kind.CATEGORY, List.of("0", "1")));
    }

    @Test
    void anUnknownNumberThatTheModelNeedsIsNamed() {
        CustomerProfile ageless =
                leavingCustomer().toBuilder().set(ProfileField.AGE, null).build();

        assertThat(failureOn(Features.of(ageless))).hasMessage("The model needs Age, which is unknown");
        assertThat(failureOn(Features.of(ageless)).field()).isEqualTo("Age");
    }

    @Test
    void aCategoryThatTheModelRefusesIsNamed() {
        CustomerProfile italian = leavingCustomer().toBuilder()
                .set(ProfileField.GEOGRAPHY, "Italy")
                .build();

        assertThat(failureOn(Features.of(italian)).field()).isEqualTo("Geography");
        assertThat(failureOn(Features.of(italian))).hasMessage("The model refuses Geography: 'Italy'");
    }

    @Test
    void aTextWhereTheModelNeedsANumberIsNamed() {
        Features features = Features.of(Map.of(
                "age", AttributeValue.of("old"),
                "geography", AttributeValue.of("France"),
                "is_active_member", AttributeValue.of(1)));

        assertThat(failureOn(features).field()).isEqualTo("Age");
    }

    @Test
    void aFractionWhereTheModelNeedsAWholeNumberIsNamed() {
        Features features =
                Features.of(Map.of("age", AttributeValue.of(40.5), "geography", AttributeValue.of("France")));

        assertThat(failureOn(features).field()).isEqualTo("Age");
    }

    @Test
    void verificationRowsThatHoldPass() {
        assertThatCode(model::verify).doesNotThrowAnyException();
    }

    @Test
    void verificationRowsThatDoNotHoldAreRefused() {
        JpmmlModel wrong = read(FOREIGN_MODEL.replace("<churned>yes", "<churned>no"));

        assertThatIllegalStateException()
                .isThrownBy(wrong::verify)
                .withMessageStartingWith("The model fails its own verification rows");
    }

    @Test
    void whatIsNoPmmlIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("{}"))
                .withMessageStartingWith("Not a PMML model that jpmml can read");
    }

    @Test
    void aModelThatDoesNotTellTwoClassesApartIsRefused() {
        assertThatThrownBy(() -> read(FOREIGN_MODEL.replace(
                        "<Value value=\"yes\"/>", "<Value value=\"yes\"/><Value value=\"perhaps\"/>")))
                .hasMessage("A churn model must have two classes, not [no, yes, perhaps]");
    }

    private NotScorableException failureOn(Features features) {
        return catchThrowableOfType(NotScorableException.class, () -> model.score(features));
    }

    private static JpmmlModel read(String pmml) {
        return JpmmlModel.read(pmml.getBytes(StandardCharsets.UTF_8));
    }
}
