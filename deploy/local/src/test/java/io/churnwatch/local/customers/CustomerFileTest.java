package io.churnwatch.local.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.csv.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerFileTest {
    private static final String HEADER = "RowNumber,CustomerId,Surname,CreditScore,Geography,Gender,Age,Tenure,Balance,"
            + "NumOfProducts,HasCrCard,IsActiveMember,EstimatedSalary,Exited";
    private static final String HILL = "2,15647311,Hill,608,Spain,Female,41,1,83807.86,1,0,1,112542.58,0";

    private final List<Customer> customers = new ArrayList<>();

    @Test
    void aRowOfTheOriginalReads(@TempDir Path temp) throws Exception {
        Report report = read(temp, HEADER, HILL);

        assertThat(report.lines()).isEmpty();
        assertThat(customers).hasSize(1);
        assertThat(customers.get(0).customerId()).isEqualTo(15647311);
        assertThat(customers.get(0).profile().surname()).isEqualTo("Hill");
        assertThat(customers.get(0).profile().balance()).isEqualTo(83807.86);
        assertThat(customers.get(0).profile().isActiveMember()).isTrue();
    }

    @Test
    void anySpellingOrderAndSeparatorOfTheHeaderWill(@TempDir Path temp) throws Exception {
        read(
                temp,
                "\uFEFFexited;customer_id;creditScore;GEOGRAPHY;gender;age;tenure;balance;num_of_products;has_cr_card;"
                        + "is_active_member;estimated_salary",
                "true;7;608;Spain;Female;41;1;83807.86;1;0;1;112542.58");

        assertThat(customers.get(0).customerId()).isEqualTo(7);
        assertThat(customers.get(0).profile().hasExited()).isTrue();
    }

    @Test
    void brokenRowsAreNamedAndTheRestIsLoaded(@TempDir Path temp) throws Exception {
        Report report = read(
                temp,
                HEADER,
                HILL,
                HILL.replace("15647311", "8").replace(",41,", ",999,"),
                HILL.replace("15647311", "9").replace(",608,", ",good,"),
                "1,2,3",
                HILL,
                HILL.replace("15647311", "ten"),
                "\"" + HILL,
                "",
                HILL.replace("15647311", "11"));

        assertThat(customers).map(Customer::customerId).containsExactly(15647311L, 11L);
        assertThat(report.lines())
                .containsExactly(
                        "line 3: age must be from 18 to 120, not 999",
                        "line 4: credit_score 'good' is not a number",
                        "line 5: has 3 columns, the header has 14",
                        "line 6: repeats customer 15647311 of line 2, which is kept",
                        "line 7: customer_id must be a whole number from 1 to 9007199254740991, not 'ten'",
                        "line 8: has a quote without its other half; every row must be one line",
                        "6 of 8 rows were left out");
    }

    @Test
    void onlyTheFirstTwentyBrokenRowsAreNamed(@TempDir Path temp) throws Exception {
        String[] lines = new String[31];
        Arrays.fill(lines, "broken");
        lines[0] = HEADER;

        Report report = read(temp, lines);

        assertThat(report.lines()).hasSize(22).contains("… and 10 more", "30 of 30 rows were left out");
    }

    @Test
    void aColumnThatIsNoneOfOursIsAnExtraFeature(@TempDir Path temp) throws Exception {
        Report report = read(temp, HEADER + ",LoginsPerWeek,segment", HILL + ",2.5,gold");

        assertThat(report.lines()).containsExactly("kept as extra features: logins_per_week, segment");
        assertThat(customers.get(0).profile().attributes())
                .containsEntry("logins_per_week", AttributeValue.of(2.5))
                .containsEntry("segment", AttributeValue.of("gold"));
    }

    @Test
    void aHeaderThatLacksColumnsStopsAndNamesThem(@TempDir Path temp) throws Exception {
        Path file = write(temp, HEADER.replace(",Age", "").replace("Exited", "Left"), HILL);

        assertThatThrownBy(() -> CustomerFile.checkHeader(file))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("lacks the columns age, exited");
    }

    @Test
    void aFeatureWhoseNameNoUpdateMayHaveStopsAndIsNamed(@TempDir Path temp) throws Exception {
        String title = "Average Balance Of The Savings Accounts In The Last Twelve Full Months";
        Path file = write(temp, HEADER + ",segment," + title, HILL + ",gold,7");

        assertThatThrownBy(() -> CustomerFile.checkHeader(file))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageEndingWith(
                        "has columns whose names are too long for a feature: "
                                + "average_balance_of_the_savings_accounts_in_the_last_twelve_full_months. Shorten them to 63 characters.");
    }

    @Test
    void moreFeaturesThanAnUpdateMayHaveStop(@TempDir Path temp) throws Exception {
        String features = IntStream.rangeClosed(1, 201).mapToObj(i -> ",f" + i).collect(Collectors.joining());
        Path file = write(temp, HEADER + features);

        assertThatThrownBy(() -> CustomerFile.checkHeader(file))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageEndingWith(
                        "has 201 extra columns, a customer can have 200: leave out the others, from f201 on.");
    }

    @Test
    void onlyPlainNumbersAreNumbersAndCodesStayTexts(@TempDir Path temp) throws Exception {
        read(temp, HEADER + ",a,b,c,d,e", HILL + ",1D,2f,0x1p3,NaN,-1.5e2");

        assertThat(customers.get(0).profile().attributes())
                .containsEntry("a", AttributeValue.of("1D"))
                .containsEntry("b", AttributeValue.of("2f"))
                .containsEntry("c", AttributeValue.of("0x1p3"))
                .containsEntry("d", AttributeValue.of("NaN"))
                .containsEntry("e", AttributeValue.of(-150));
    }

    @Test
    void aTextThatCannotBeStoredIsRefusedForWhatIsWrongWithIt(@TempDir Path temp) throws Exception {
        Report report = read(
                temp, HEADER + ",segment", HILL + ",go\0ld", HILL.replace("15647311", "8") + "," + "x".repeat(201));

        assertThat(report.problems())
                .containsExactly(
                        "line 2: segment must not contain the character U+0000 or half a surrogate pair",
                        "line 3: segment is longer than 200 characters");
    }

    @Test
    void aMissingAnEmptyAndABinaryFileAreExplained(@TempDir Path temp) throws Exception {
        Path binary = Files.write(temp.resolve("binary.csv"), new byte[] {0x1f, (byte) 0x8b, 0, 1, 2});

        assertThatThrownBy(() -> CustomerFile.checkHeader(temp.resolve("none.csv")))
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> CustomerFile.checkHeader(temp)).hasMessageContaining("is not a file");
        assertThatThrownBy(() -> CustomerFile.checkHeader(write(temp))).hasMessageContaining("is empty");
        assertThatThrownBy(() -> CustomerFile.checkHeader(binary))
                .hasMessageContaining("lacks the columns customer_id");
    }

    private Report read(Path temp, String... lines) throws IOException {
        return CustomerFile.read(write(temp, lines), customers::add);
    }

    private static Path write(Path temp, String... lines) throws IOException {
        return Files.write(temp.resolve("customers.csv"), List.of(lines));
    }
}
