package io.churnwatch.api.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.api.Answer;
import io.churnwatch.api.TestApi;
import io.churnwatch.api.TestCustomers;
import io.churnwatch.api.auth.Role;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CustomerListIT {
    private static final int COUNT = 230;

    @RegisterExtension
    static final TestApi api = new TestApi();

    @BeforeAll
    static void customers() {
        TestCustomers customers = new TestCustomers(api);
        customers.insertMany(COUNT);
        customers.insert(1000, "100%_\\Pure", null, null);
    }

    @Test
    void pagingByRiskVisitsEveryCustomerOnceAndTheUnscoredLast() {
        List<JsonNode> visited = allPages("?limit=7");

        assertThat(ids(visited)).hasSize(COUNT + 1).doesNotHaveDuplicates();
        assertThat(visited).isSortedAccordingTo((a, b) -> {
            int byRisk = Double.compare(risk(b), risk(a));
            return byRisk != 0 ? byRisk : Integer.compare(id(a), id(b));
        });
    }

    @Test
    void pagingByIdVisitsEveryCustomerInOrder() {
        List<JsonNode> visited = allPages("?limit=50&sort=customer_id");

        assertThat(ids(visited))
                .startsWith(1, 2, 3)
                .endsWith(COUNT, 1000)
                .hasSize(COUNT + 1)
                .isSorted();
    }

    @Test
    void aPageThatEndsWithTheListHasNoNext() {
        Answer page = list("?limit=200&geography=Germany");

        assertThat(ids(items(page))).hasSize(COUNT / 3);
        assertThat(page.json().get("next").isNull()).isTrue();
    }

    @Test
    void filtersAddUp() {
        List<JsonNode> found = allPages("?limit=3&band=CRITICAL&geography=Germany&q=surNAME1");

        Object expected = api.sqlValue("""
                SELECT count(*) FROM customer_churn JOIN customer_risk USING (customer_id)
                WHERE band = 'CRITICAL' AND geography = 'Germany' AND surname = 'Surname1'""");
        assertThat((long) found.size()).isEqualTo(expected).isPositive();
    }

    @Test
    void thoseWhoHaveLeftCanBeListedAloneOrLeftOut() {
        int left = allPages("?exited=true").size();
        int here = allPages("?exited=false").size();

        assertThat((long) left)
                .isEqualTo(api.sqlValue("SELECT count(*) FROM customer_churn WHERE exited"))
                .isPositive();
        assertThat(left + here).isEqualTo(COUNT + 1);
    }

    @Test
    void aSearchForDigitsIsForAnId() {
        assertThat(ids(items(list("?q=17")))).containsExactly(17);
        assertThat(items(list("?q=99999999999999999999"))).isEmpty();
    }

    @Test
    void aSearchTakesNoWildcards() {
        assertThat(ids(items(list("?q=100%25_%5C")))).containsExactly(1000);
        assertThat(items(list("?q=%25"))).isEmpty();
    }

    @Test
    void everyMemberIsThereAndUnknownIsNull() {
        JsonNode unscored = items(list("?q=1000")).get(0);

        assertThat(unscored.get("geography").isNull()).isTrue();
        assertThat(unscored.get("probability").isNull()).isTrue();
        assertThat(unscored.get("scored_at").isNull()).isTrue();
        assertThat(unscored.get("balance").getDoubleValue()).isEqualTo(1000.25);
        assertThat(unscored.size()).isEqualTo(14);
    }

    @Test
    void nonsenseIsRefusedAndNamed() {
        assertThat(list("?limit=0").errors()).containsExactly("/limit must be from 1 to 200");
        assertThat(list("?limit=many").errors().get(0)).startsWith("/limit must be a whole number");
        assertThat(list("?band=HUGE").errors().get(0)).startsWith("/band must be one of [LOW");
        assertThat(list("?sort=age").errors()).containsExactly("/sort must be risk or customer_id");
        assertThat(list("?after=junk").errors().get(0)).startsWith("/after must be");
        assertThat(list("?q=%00").status()).isEqualTo(400);
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        String next = list("?limit=1").text("next");

        assertThat(list("?limit=1&sort=customer_id&after=" + next).status()).isEqualTo(400);
    }

    @Test
    void thePathWithoutSlashIsTheSame() {
        assertThat(api.get(Role.VIEWER, "/api/customers?q=17").text())
                .isEqualTo(list("?q=17").text());
    }

    private static List<JsonNode> allPages(String query) {
        List<JsonNode> all = new ArrayList<>();
        Answer page = list(query);
        while (true) {
            all.addAll(items(page));
            if (page.json().get("next").isNull()) {
                return all;
            }
            page = list(query + "&after=" + page.text("next"));
        }
    }

    private static Answer list(String query) {
        return api.get(Role.VIEWER, "/api/customers/" + query);
    }

    private static List<JsonNode> items(Answer page) {
        JsonNode items = page.json().get("items");
        return IntStream.range(0, items.size()).mapToObj(items::get).toList();
    }

    private static List<Integer> ids(List<JsonNode> customers) {
        return customers.stream().map(CustomerListIT::id).toList();
    }

    private static int id(JsonNode customer) {
        return customer.get("customer_id").getIntValue();
    }

    private static double risk(JsonNode customer) {
        JsonNode probability = customer.get("probability");
        return probability.isNull() ? -1 : probability.getDoubleValue();
    }
}
