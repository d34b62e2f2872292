package io.churnwatch.local.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.local.csv.Report;
import io.churnwatch.local.customers.Customer;
import io.churnwatch.local.customers.CustomerFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The published figures of the public bank-churn table, as far as a sample of 10,000 can hit them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleCustomersTest {
    private static final double SHARE = 0.012;
    private static final double RATE = 0.02;

    private final List<CustomerProfile> customers = new ArrayList<>();

    @BeforeAll
    void readTheSample(@TempDir Path temp) {
        Report report = CustomerFile.read(
                SampleCustomers.unpackTo(temp.resolve("sample.csv")),
                (Customer customer) -> customers.add(customer.profile()));
        assertThat(report.lines()).isEmpty();
    }

    @Test
    void generatingItAgainGivesTheSameBytes() throws Exception {
        byte[] shipped = SampleCustomers.open().readAllBytes();

        assertThat(new SampleGenerator(SampleCustomers.SEED).csv(SampleCustomers.CUSTOMERS))
                .isEqualTo(new String(shipped, StandardCharsets.UTF_8));
    }

    @Test
    void aFifthHasLeft() {
        assertThat(customers).hasSize(10_000);
        assertThat(churn(customer -> true)).isCloseTo(0.204, within(SHARE));
    }

    @Test
    void countriesAreAsPublished() {
        assertThat(share(in("France"))).isCloseTo(0.50, within(SHARE));
        assertThat(share(in("Germany"))).isCloseTo(0.25, within(SHARE));
        assertThat(share(in("Spain"))).isCloseTo(0.25, within(SHARE));
        assertThat(churn(in("France"))).isCloseTo(0.16, within(RATE));
        assertThat(churn(in("Germany"))).isCloseTo(0.32, within(RATE));
        assertThat(churn(in("Spain"))).isCloseTo(0.17, within(RATE));
    }

    @Test
    void womenLeaveMoreOften() {
        Predicate<CustomerProfile> female = customer -> "Female".equals(customer.gender());

        assertThat(share(female)).isCloseTo(0.45, within(SHARE));
        assertThat(churn(female)).isCloseTo(0.25, within(RATE));
        assertThat(churn(female.negate())).isCloseTo(0.165, within(RATE));
    }

    @Test
    void theNumberOfProductsDividesThem() {
        assertThat(share(withProducts(1))).isCloseTo(0.51, within(SHARE));
        assertThat(share(withProducts(2))).isCloseTo(0.46, within(SHARE));
        assertThat(share(withProducts(3))).isCloseTo(0.027, within(SHARE));
        assertThat(share(withProducts(4))).isCloseTo(0.006, within(SHARE));
        assertThat(churn(withProducts(1))).isCloseTo(0.28, within(RATE));
        assertThat(churn(withProducts(2))).isCloseTo(0.08, within(RATE));
        assertThat(churn(withProducts(3))).isCloseTo(0.83, within(0.05));
        assertThat(churn(withProducts(4))).isEqualTo(1);
    }

    @Test
    void activeMembersStay() {
        Predicate<CustomerProfile> active = customer -> Boolean.TRUE.equals(customer.isActiveMember());

        assertThat(share(active)).isCloseTo(0.515, within(SHARE));
        assertThat(churn(active)).isCloseTo(0.14, within(RATE));
        assertThat(churn(active.negate())).isCloseTo(0.27, within(RATE));
    }

    @Test
    void ageIsSkewedAndTheMiddleAgedLeave() {
        ToDoubleFunction<CustomerProfile> age = customer -> number(customer.age());
        Predicate<CustomerProfile> middleAged = customer -> number(customer.age()) >= 45 && number(customer.age()) < 60;

        assertThat(mean(age)).isCloseTo(39, within(0.5));
        assertThat(deviation(age)).isCloseTo(10.5, within(0.5));
        assertThat(churn(middleAged)).isGreaterThan(2 * churn(middleAged.negate()));
    }

    @Test
    void balancesAreZeroOnlyOutsideGermany() {
        Predicate<CustomerProfile> zero = customer -> number(customer.balance()) == 0;

        assertThat(share(zero)).isCloseTo(0.36, within(SHARE));
        assertThat(share(zero.and(in("Germany")))).isZero();
        assertThat(customers.stream()
                        .filter(in("Germany"))
                        .mapToDouble(customer -> number(customer.balance()))
                        .average()
                        .orElseThrow())
                .isCloseTo(120_000, within(2_000.0));
    }

    @Test
    void creditScoresSalariesAndTenuresFillTheirRanges() {
        ToDoubleFunction<CustomerProfile> credit = customer -> number(customer.creditScore());

        assertThat(mean(credit)).isCloseTo(650, within(3.0));
        assertThat(deviation(credit)).isCloseTo(97, within(3.0));
        assertThat(customers).allMatch(customer -> number(customer.creditScore()) >= 350);
        assertThat(customers).allMatch(customer -> number(customer.creditScore()) <= 850);
        assertThat(mean(customer -> number(customer.estimatedSalary()))).isCloseTo(100_000, within(2_000.0));
        assertThat(customers).allMatch(customer -> number(customer.tenure()) <= 10);
    }

    private double share(Predicate<CustomerProfile> group) {
        return customers.stream().filter(group).count() / (double) customers.size();
    }

    private double churn(Predicate<CustomerProfile> group) {
        List<CustomerProfile> members = customers.stream().filter(group).toList();
        return members.stream().filter(CustomerProfile::hasExited).count() / (double) members.size();
    }

    private double mean(ToDoubleFunction<CustomerProfile> value) {
        return customers.stream().mapToDouble(value).average().orElseThrow();
    }

    private double deviation(ToDoubleFunction<CustomerProfile> value) {
        double mean = mean(value);
        return Math.sqrt(mean(customer -> Math.pow(value.applyAsDouble(customer) - mean, 2)));
    }

    private static Predicate<CustomerProfile> in(String geography) {
        return customer -> geography.equals(customer.geography());
    }

    private static Predicate<CustomerProfile> withProducts(int products) {
        return customer -> number(customer.numOfProducts()) == products;
    }

    private static double number(@Nullable Number value) {
        return value == null ? Double.NaN : value.doubleValue();
    }
}
