package io.churnwatch.api.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.api.Answer;
import io.churnwatch.api.TestApi;
import io.churnwatch.api.auth.Role;
import io.micronaut.json.tree.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingIT {
    private static final String PATH = "/api/train/";

    @RegisterExtension
    static final TestApi api = new TestApi();

    @BeforeEach
    void emptyQueue() {
        api.sql("TRUNCATE training_job CASCADE");
    }

    @Test
    void aTrainingIsFiledForTheWorkerByTheNamesOfTheCommandsOptions() {
        Answer queued = train("""
                {"algorithm": "GBT", "grid": "QUICK", "without": ["gender", "age"], "trees": 80, "min_instances": 5,
                 "learning_curve": true, "depth": null, "since": "2026-01-31"}""");

        assertThat(queued.status()).isEqualTo(202);
        assertThat(queued.header("Location")).hasValue(PATH + id(queued) + "/");
        assertThat(queued.text("state")).isEqualTo("QUEUED");
        assertThat(queued.text("requested_by")).isEqualTo("the-admin");
        assertThat(queued.text("cause")).isEqualTo("PERSON");
        assertThat(api.sqlValue("SELECT parameters::text FROM training_job"))
                .isEqualTo(
                        "{\"grid\": \"quick\", \"since\": \"2026-01-31\", \"trees\": \"80\", \"without\": \"gender,age\","
                                + " \"algorithm\": \"gbt\", \"min-instances\": \"5\", \"learning-curve\": \"true\"}");
    }

    @Test
    void withoutABodyEverythingIsLeftToTheTraining() {
        assertThat(train("{}").json().get("parameters").size()).isZero();
    }

    @Test
    void theSameTrainingTwiceAtOnceIsAConflictThatNamesTheFirst() {
        long first = id(train("{\"trees\": 20}"));

        Answer second = train("{\"trees\": 20}");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("detail")).contains("Training " + first + " with the same parameters");
        assertThat(train("{\"trees\": 30}").status()).isEqualTo(202);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Answer refused = train("""
                {"algorithm": "forest", "grid": 3, "without": "gender", "trees": 0, "depth": 31, "seed": -1,
                 "customers": "x.csv"}""");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors())
                .containsExactlyInAnyOrder(
                        "/algorithm must be one of [FOREST, GBT]",
                        "/grid must be one of [QUICK, DEFAULT, WIDE]",
                        "/without must be a list of names",
                        "/trees must be a whole number from 1 to 2000",
                        "/depth must be a whole number from 1 to 30",
                        "/seed must be a whole number from 0 to 2147483647",
                        "/customers is not known here");
        assertThat(train("{\"without\": [\"--out=/etc\"]}").errors())
                .singleElement()
                .asString()
                .startsWith("/without/0 must be one of [credit_score, ");
    }

    @Test
    void aFeatureToLeaveOutThatNoModelHasIsRefused() {
        Answer refused = train("{\"without\": [\"gender\", \"gendr\"]}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors())
                .containsExactly(
                        "/without/1 must be one of [credit_score, geography, gender, age, tenure, balance, num_of_products,"
                                + " has_cr_card, is_active_member, estimated_salary]");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30, 'must be a day such as 2026-03-04, not ''2026-02-30'''",
        "9999-01-01, lies in the future: 9999-01-01"
    })
    void aDayThatIsNoneOrHasNotComeYetIsRefused(String since, String detail) {
        Answer refused = train("{\"since\": \"" + since + "\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).containsExactly("/since " + detail);
    }

    @Test
    void aDayThatIsNoTextIsRefused() {
        assertThat(train("{\"since\": {\"year\": 2026}}").errors())
                .containsExactly("/since must be a day such as 2026-03-04, not ''");
    }

    @Test
    void howFarItIsAndWhatItSaidCanBeSeen() {
        long id = id(train("{}"));
        api.sql("UPDATE training_job SET state = 'RUNNING', attempts = 1, started_at = now(), percent = 50,"
                + " step = 'fitted 100 trees', log = E'12:00:00   50 %  fitted 100 trees\\n'");

        JsonNode detail = api.get(Role.ANALYST, PATH + id + "/").json();

        assertThat(detail.get("run").get("percent").getIntValue()).isEqualTo(50);
        assertThat(detail.get("run").get("step").getStringValue()).isEqualTo("fitted 100 trees");
        assertThat(detail.get("log").getStringValue()).endsWith("fitted 100 trees\n");
        assertThat(api.get(Role.ANALYST, PATH + "4711/").status()).isEqualTo(404);
    }

    @Test
    void theListIsPagedNewestFirst() {
        long first = id(train("{\"trees\": 1}"));
        long second = id(train("{\"trees\": 2}"));
        long third = id(train("{\"trees\": 3}"));

        JsonNode page = api.get(Role.ANALYST, PATH + "?limit=2").json();
        JsonNode rest = api.get(
                        Role.ANALYST,
                        PATH + "?limit=2&before=" + page.get("next").getLongValue())
                .json();

        assertThat(page.get("items").get(0).get("id").getLongValue()).isEqualTo(third);
        assertThat(page.get("items").get(1).get("id").getLongValue()).isEqualTo(second);
        assertThat(rest.get("items").get(0).get("id").getLongValue()).isEqualTo(first);
        assertThat(rest.get("next").isNull()).isTrue();
    }

    @Test
    void aWaitingTrainingIsCancelledAtOnceAndARunningOneIsAskedTo() {
        long waiting = id(train("{\"trees\": 1}"));
        long running = id(train("{\"trees\": 2}"));
        api.sql("UPDATE training_job SET state = 'RUNNING' WHERE id = ?", running);

        assertThat(cancel(waiting).text("state")).isEqualTo("CANCELLED");
        assertThat(cancel(running).text("state")).isEqualTo("RUNNING");
        assertThat(cancel(running).text("cancelled_by")).isEqualTo("the-admin");
        assertThat(cancel(waiting).status()).isEqualTo(409);
        assertThat(cancel(4711).status()).isEqualTo(404);
    }

    @Test
    void onlyAdminsTrainAndOnlyAnalystsSee() {
        assertThat(api.post(Role.ANALYST, PATH, "{}").status()).isEqualTo(403);
        assertThat(api.delete(Role.ANALYST, PATH + "1/").status()).isEqualTo(403);
        assertThat(api.get(Role.VIEWER, PATH).status()).isEqualTo(403);
    }

    private static Answer train(String json) {
        return api.post(Role.ADMIN, PATH, json);
    }

    private static Answer cancel(long id) {
        return api.delete(Role.ADMIN, PATH + id + "/");
    }

    private static long id(Answer answer) {
        return answer.json().get("id").getLongValue();
    }
}
