package io.churnwatch.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.churnwatch.local.stack.FlinkRest.Job;
import io.churnwatch.local.stack.FlinkRest.Savepoint;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlinkRestTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'jid':'a','state':'CREATED','tasks':{'total':4,'running':4}} | false",
                "{'jid':'a','state':'RUNNING','tasks':{'total':4,'running':3}} | false",
                "{'jid':'a','state':'RUNNING','tasks':{'total':0,'running':0}} | false",
                "{'jid':'a','state':'RUNNING','tasks':{'total':4,'running':4}} | true",
            })
    void theJobRunsWhenAllItsTasksDo(String job, boolean runs) throws Exception {
        assertThat(FlinkRest.job(json("{'jobs':[" + job + "]}"))).contains(new Job("a", runs));
    }

    @Test
    void withoutAJobNothingRuns() throws Exception {
        assertThat(FlinkRest.job(json("{'jobs':[]}"))).isEmpty();
    }

    @Test
    void aSavepointUnderWayIsNeitherThereNorFailed() throws Exception {
        assertThat(FlinkRest.savepoint(json("{'status':{'id':'IN_PROGRESS'}}")))
                .isEqualTo(new Savepoint(Optional.empty(), Optional.empty()));
    }

    @Test
    void aCompleteSavepointNamesItsPlace() throws Exception {
        assertThat(FlinkRest.savepoint(json("{'operation':{'location':'file:/s/savepoint-1'}}")))
                .isEqualTo(new Savepoint(Optional.of("file:/s/savepoint-1"), Optional.empty()));
    }

    @Test
    void aFailedSavepointNamesItsRootCause() throws Exception {
        JsonNode answer = json(
                "{'operation':{'failure-cause':{'stack-trace':"
                        + "'A: outer\\n\\tat x\\nCaused by: B: middle\\n\\tat y\\nCaused by: C: the disk is full\\n\\tat z\\n'}}}");

        assertThat(FlinkRest.savepoint(answer).failure()).contains("C: the disk is full");
    }

    private static JsonNode json(String text) throws Exception {
        return new JsonMapper().readTree(text.replace('\'', '"'));
    }
}
