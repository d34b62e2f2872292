package io.churnwatch.local.feed;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.ProfileField;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Changes customers as life does: in small ways often, and by leaving seldom. The feed accepts every change. */
final class CustomerLife {
    private static final double MONEY_MAX = 5_000_000;
    private static final int CREDIT_MIN = 350;
    private static final int CREDIT_MAX = 850;
    private static final int PRODUCTS_MAX = 4;
    private static final int AGE_MAX = 100;
    private static final int TENURE_MAX = 80;
    private static final double BALANCE_DRIFT = 0.08;
    private static final double FIRST_DEPOSIT = 60_000;
    private static final double CLOSES_ACCOUNT = 0.03;
    private static final double LEAVES_WHEN_INACTIVE = 0.4;

    /** A change that may happen, and its share of all changes. */
    private record Event(double weight, Change change) {}

    /** Returns what changes; empty when this change cannot happen to the customer. */
    @FunctionalInterface
    private interface Change {
        Optional<CustomerProfile> of(CustomerProfile customer, Random random);
    }

    private static final List<Event> EVENTS = List.of(
            new Event(0.50, CustomerLife::balanceMoves),
            new Event(0.14, CustomerLife::salaryMoves),
            new Event(0.12, CustomerLife::creditScoreMoves),
            new Event(0.07, CustomerLife::productsChange),
            new Event(0.10, CustomerLife::activityTurns),
            new Event(0.03, CustomerLife::cardChanges),
            new Event(0.035, CustomerLife::yearPasses),
            new Event(0.005, CustomerLife::leaves));

    /** Returns the next change of a customer, as the fields that it touches. */
    static CustomerProfile change(CustomerProfile customer, Random random) {
        double draw = random.nextDouble();
        for (Event event : EVENTS) {
            draw -= event.weight();
            if (draw < 0) {
                return event.change().of(customer, random).orElseGet(() -> turnActivity(customer));
            }
        }
        return turnActivity(customer);
    }

    /** Returns the customer with the fields of a change applied. */
    static CustomerProfile after(CustomerProfile customer, CustomerProfile change) {
        CustomerProfile.Builder builder = customer.toBuilder();
        for (ProfileField field : ProfileField.values()) {
            Object value = field.of(change);
            if (value != null) {
                builder.set(field, value);
            }
        }
        return builder.build();
    }

    private static Optional<CustomerProfile> balanceMoves(CustomerProfile customer, Random random) {
        return Optional.ofNullable(customer.balance())
                .map(balance -> only(ProfileField.BALANCE, nextBalance(balance, random)));
    }

    private static double nextBalance(double balance, Random random) {
        if (balance == 0) {
            return money(FIRST_DEPOSIT * (0.5 + random.nextDouble()));
        }
        return random.nextDouble() < CLOSES_ACCOUNT
                ? 0.0
                : money(balance * (1 + BALANCE_DRIFT * random.nextGaussian()));
    }

    private static Optional<CustomerProfile> salaryMoves(CustomerProfile customer, Random random) {
        return Optional.ofNullable(customer.estimatedSalary())
                .map(salary ->
                        only(ProfileField.ESTIMATED_SALARY, money(salary * (1.02 + 0.03 * random.nextGaussian()))));
    }

    private static Optional<CustomerProfile> creditScoreMoves(CustomerProfile customer, Random random) {
        return Optional.ofNullable(customer.creditScore())
                .map(score -> (int) Math.round(score + 12 * random.nextGaussian()))
                .map(score -> only(ProfileField.CREDIT_SCORE, Math.min(CREDIT_MAX, Math.max(CREDIT_MIN, score))));
    }

    private static Optional<CustomerProfile> productsChange(CustomerProfile customer, Random random) {
        return Optional.ofNullable(customer.numOfProducts())
                .map(products -> products + (random.nextDouble() < 0.6 ? 1 : -1))
                .map(products -> only(ProfileField.NUM_OF_PRODUCTS, Math.min(PRODUCTS_MAX, Math.max(1, products))));
    }

    private static Optional<CustomerProfile> activityTurns(CustomerProfile customer, Random random) {
        return Optional.of(turnActivity(customer));
    }

    private static CustomerProfile turnActivity(CustomerProfile customer) {
        return only(ProfileField.IS_ACTIVE_MEMBER, !Boolean.TRUE.equals(customer.isActiveMember()));
    }

    private static Optional<CustomerProfile> cardChanges(CustomerProfile customer, Random random) {
        return Optional.of(only(ProfileField.HAS_CR_CARD, !Boolean.TRUE.equals(customer.hasCrCard())));
    }

    private static Optional<CustomerProfile> yearPasses(CustomerProfile customer, Random random) {
        Integer age = customer.age();
        Integer tenure = customer.tenure();
        if (age == null || tenure == null) {
            return Optional.empty();
        }
        return Optional.of(new CustomerProfile.Builder()
                .set(ProfileField.AGE, Math.min(AGE_MAX, age + 1))
                .set(ProfileField.TENURE, Math.min(TENURE_MAX, tenure + 1))
                .build());
    }

    /** Inactive customers leave; active ones become inactive. */
    private static Optional<CustomerProfile> leaves(CustomerProfile customer, Random random) {
        if (Boolean.TRUE.equals(customer.isActiveMember()) || random.nextDouble() >= LEAVES_WHEN_INACTIVE) {
            return Optional.of(only(ProfileField.IS_ACTIVE_MEMBER, false));
        }
        return Optional.of(only(ProfileField.EXITED, true));
    }

    private static CustomerProfile only(ProfileField field, Object value) {
        return new CustomerProfile.Builder().set(field, value).build();
    }

    private static double money(double amount) {
        return Math.round(Math.min(MONEY_MAX, Math.max(0, amount)) * 100) / 100.0;
    }

    private CustomerLife() {}
}
