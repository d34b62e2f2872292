package io.churnwatch.stream;

import io.churnwatch.model.ControlMessage;
import io.churnwatch.stream.feed.DeadLetter;
import io.churnwatch.stream.feed.FeedEvent;
import io.churnwatch.stream.feed.FeedRecord;
import io.churnwatch.stream.rollup.RiskSum;
import io.churnwatch.stream.rollup.RollUpGeography;
import io.churnwatch.stream.rollup.RollupDelta;
import io.churnwatch.stream.rollup.RollupRow;
import io.churnwatch.stream.score.CustomerResult;
import io.churnwatch.stream.score.CustomerState;
import io.churnwatch.stream.score.UnexplainedResult;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerializationTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                FeedRecord.class,
                FeedEvent.class,
                DeadLetter.class,
                ControlMessage.class,
                UnexplainedResult.class,
                CustomerResult.class,
                CustomerState.class,
                RiskSum.class,
                RollupDelta.class,
                RollUpGeography.ClosedMinute.class,
                RollupRow.class
            })
    void everyTypeThatTravelsOrIsStoredIsSerialisedWithoutKryo(Class<?> type) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
    }
}
