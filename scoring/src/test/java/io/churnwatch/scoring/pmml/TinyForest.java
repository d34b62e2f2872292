package io.churnwatch.scoring.pmml;

/** One tree with one split on age at 40.5: 3/4 above, 1/10 below. */
public final class TinyForest {
    public static final String PMML = """
            <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>
            <DataDictionary>
              <DataField name="exited" optype="categorical" dataType="string"><Value value="0"/><Value value="1"/></DataField>
              <DataField name="age" optype="continuous" dataType="double"/>
            </DataDictionary>
            <MiningModel functionName="classification">
              <MiningSchema><MiningField name="exited" usageType="target"/><MiningField name="age"/></MiningSchema>
              <Segmentation multipleModelMethod="average" missingPredictionTreatment="returnMissing">
                <Segment id="1"><True/>
                  <TreeModel functionName="classification" missingValueStrategy="nullPrediction"><MiningSchema><MiningField name="age"/></MiningSchema>
                    <Node><True/>
                      <Node score="1"><SimplePredicate field="age" operator="greaterThan" value="40.5"/><ScoreDistribution value="0" recordCount="1"/><ScoreDistribution value="1" recordCount="3"/></Node>
                      <Node score="0"><True/><ScoreDistribution value="0" recordCount="9"/><ScoreDistribution value="1" recordCount="1"/></Node>
                    </Node></TreeModel></Segment>
              </Segmentation>
            </MiningModel></PMML>
            """;

    /** The document up to the first occurrence of {@code text}. */
    public static String before(String text) {
        return PMML.substring(0, PMML.indexOf(text));
    }

    private TinyForest() {}
}
