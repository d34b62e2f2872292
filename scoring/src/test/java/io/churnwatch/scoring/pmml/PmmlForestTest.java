package io.churnwatch.scoring.pmml;

import static io.churnwatch.feed.CustomerFixture.leavingCustomer;
import static io.churnwatch.feed.CustomerFixture.loyalCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PmmlForestTest {
    private static final String TWO_TREES = """
            <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>
            <DataDictionary>
              <DataField name="exited" optype="categorical" dataType="string"><Value value="0"/><Value value="1"/></DataField>
              <DataField name="age" optype="continuous" dataType="double"/>
              <DataField name="geography" optype="categorical" dataType="string"><Value value="France"/><Value value="Germany"/></DataField>
            </DataDictionary>
            <MiningModel functionName="classification">
              <MiningSchema><MiningField name="exited" usageType="target"/>
                <MiningField name="age" AGE/>
                <MiningField name="geography" invalidValueTreatment="asIs"/></MiningSchema>
              <Segmentation multipleModelMethod="average" missingPredictionTreatment="returnMissing">
                <Segment id="1"><True/><TreeModel functionName="classification" missingValueStrategy="nullPrediction"><MiningSchema><MiningField name="age"/></MiningSchema>
                  <Node><True/>
                    <Node score="1"><SimplePredicate field="age" operator="greaterThan" value="40.5"/><ScoreDistribution value="0" recordCount="1"/><ScoreDistribution value="1" recordCount="3"/></Node>
                    <Node score="0"><True/><ScoreDistribution value="0" recordCount="9"/><ScoreDistribution value="1" recordCount="1"/></Node>
                  </Node></TreeModel></Segment>
                <Segment id="2"><True/><TreeModel functionName="classification" missingValueStrategy="nullPrediction"><MiningSchema><MiningField name="geography"/></MiningSchema>
                  <Node><True/>
                    <Node score="0"><SimpleSetPredicate field="geography" booleanOperator="isIn"><Array type="string" n="1">Germany</Array></SimpleSetPredicate><ScoreDistribution value="0" recordCount="1"/><ScoreDistribution value="1" recordCount="1"/></Node>
                    <Node score="0"><SimpleSetPredicate field="geography" booleanOperator="isNotIn"><Array type="string" n="1">Germany</Array></SimpleSetPredicate><ScoreDistribution value="0" recordCount="4"/><ScoreDistribution value="1" recordCount="1"/></Node>
                  </Node></TreeModel></Segment>
              </Segmentation>
            </MiningModel></PMML>
            """;

    @Test
    void theScoreIsTheMeanOfTheLeaves() throws Exception {
        PmmlForest forest = read(TWO_TREES.replace("AGE", ""));

        assertThat(forest.size()).isEqualTo(2);
        assertThat(forest.score(Features.of(leavingCustomer()))).isEqualTo((0.75 + 0.5) / 2);
        assertThat(forest.score(Features.of(loyalCustomer()))).isEqualTo((0.1 + 0.2) / 2);
    }

    @Test
    void inputFieldsAreTheActiveOnesWithTheirCategories() throws Exception {
        assertThat(read(TWO_TREES.replace("AGE", "")).inputFields())
                .extracting(InputField::name, InputField::categories)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("age", java.util.List.of()),
                        org.assertj.core.groups.Tuple.tuple("geography", java.util.List.of("France", "Germany")));
    }

    @Test
    void anUnseenCategoryIsInNoSet() throws Exception {
        CustomerProfile italian =
                loyalCustomer().toBuilder().set(ProfileField.GEOGRAPHY, "Italy").build();

        assertThat(read(TWO_TREES.replace("AGE", "")).score(Features.of(italian)))
                .isEqualTo((0.1 + 0.2) / 2);
    }

    @Test
    void aMissingNumberIsReplacedWhereTheModelSaysSo() throws Exception {
        CustomerProfile ageless =
                leavingCustomer().toBuilder().set(ProfileField.AGE, null).build();

        assertThat(read(TWO_TREES.replace("AGE", "missingValueReplacement=\"50\""))
                        .score(Features.of(ageless)))
                .isEqualTo((0.75 + 0.5) / 2);
        assertThatThrownBy(() -> read(TWO_TREES.replace("AGE", "")).score(Features.of(ageless)))
                .hasMessage("The model needs age, which is unknown");
    }

    @Test
    void aCalibrationThatLeavesTheProbabilitiesIsRefusedForThoseCustomers() throws Exception {
        PmmlForest model = read(TinyForest.PMML.replace("<Segmentation", """
                <Output>
                  <OutputField name="p" optype="continuous" dataType="double" feature="probability" value="1"/>
                  <OutputField name="calibrated" optype="continuous" dataType="double" feature="transformedValue">
                    <NormContinuous field="p"><LinearNorm orig="0.1" norm="0.1"/><LinearNorm orig="0.7" norm="0.99"/></NormContinuous>
                  </OutputField>
                </Output><Segmentation"""));

        assertThat(model.score(name -> AttributeValue.of(30))).isEqualTo(0.1);
        assertThatThrownBy(() -> model.score(name -> AttributeValue.of(50)))
                .isInstanceOf(NotScorableException.class)
                .hasMessageStartingWith("The model came to 1.06");
        assertThat(model.explain(name -> AttributeValue.of(30)).probability()).isEqualTo(0.1);
        assertThatThrownBy(() -> model.explain(name -> AttributeValue.of(50)))
                .isInstanceOf(NotScorableException.class)
                .hasMessageStartingWith("The model came to 1.06");
    }

    @Test
    void whatIsNotSupportedIsRefusedByName() {
        String good = TWO_TREES.replace("AGE", "");

        assertRefused(good.replace("\"average\"", "\"sum\""), "Segmentation sum");
        assertRefused(
                good.replace("functionName=\"classification\"", "functionName=\"regression\""), "function regression");
        assertRefused(good.replace("nullPrediction", "aggregateNodes"), "missingValueStrategy aggregateNodes");
        assertRefused(
                good.replace(
                        "name=\"age\" optype=\"continuous\" dataType=\"double\"",
                        "name=\"age\" optype=\"continuous\" dataType=\"date\""),
                "DataField age of type date");
        assertRefused(
                good.replace("greaterThan\" value=\"40.5\"", "greaterThan\" value=\"old\""), "'old' is no DOUBLE");
    }

    @Test
    void whatIsNoPmmlIsRefused() {
        assertRefused("", "Not a PMML document");
        assertRefused(TWO_TREES.substring(0, 900), "Not a PMML document");
        assertRefused("<a/>", "Not a PMML document");
        assertRefused(
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + TWO_TREES,
                "Not a PMML document: DOCTYPE");
    }

    private static void assertRefused(String pmml, String reason) {
        assertThatThrownBy(() -> read(pmml))
                .isInstanceOf(UnsupportedPmmlException.class)
                .hasMessageContaining(reason);
    }

    private static PmmlForest read(String pmml) throws UnsupportedPmmlException {
        return PmmlForest.read(pmml.getBytes(StandardCharsets.UTF_8));
    }
}
