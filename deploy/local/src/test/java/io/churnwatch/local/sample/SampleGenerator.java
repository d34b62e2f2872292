package io.churnwatch.local.sample;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.ProfileField;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes customers in the shape of the public bank-churn table: its columns, and its published shares, means and churn
 * rates. The same seed gives the same bytes on every machine: {@link Random} and {@link StrictMath} promise that.
 */
final class SampleGenerator {
    static final String HEADER = "RowNumber,CustomerId,Surname,CreditScore,Geography,Gender,Age,Tenure,Balance,"
            + "NumOfProducts,HasCrCard,IsActiveMember,EstimatedSalary,Exited";

    private static final int FIRST_CUSTOMER_ID = 15_565_701;
    private static final int CUSTOMER_IDS = 250_000;
    private static final double FRANCE = 0.5014;
    private static final double FRANCE_OR_GERMANY = 0.7523;
    private static final double FEMALE = 0.4543;
    private static final double ZERO_BALANCE_OUTSIDE_GERMANY = 0.4825;
    private static final double CREDIT_CARD = 0.7055;
    private static final double ACTIVE = 0.5151;
    private static final double SALARY_MAX = 199_992.48;
    private static final double SALARY_MIN = 11.58;
    private static final double[] PRODUCTS_WITHOUT_BALANCE = {0.247, 0.970, 0.996};
    private static final double[] PRODUCTS_WITH_BALANCE = {0.664, 0.967, 0.9925};

    private static final List<String> SURNAMES = List.of("""
            Abbott Adams Allen Andreev Bailey Baker Barnes Bauer Becker Bell Bennett Bernard Blanc Boone Brown \
            Bruno Burton Carter Castro Chapman Chen Chu Clark Cole Conti Cox Cruz Davies Delgado Diaz Dubois \
            Durand Edwards Ellis Esposito Evans Ferrari Fischer Fontaine Foster Garcia Garnier Gomez Graham Gray \
            Greco Green Hall Han Harris Hayes Henry Hill Hoffmann Howard Hughes Ivanov Jackson James Jimenez \
            Jones Kaiser Kelly King Klein Koch Kovac Lambert Lange Laurent Leroy Lewis Lombardi Lopez Lucas \
            Marino Martin Mason Mercier Meyer Mills Moore Moreau Morgan Moreno Muller Murphy Neumann Nguyen \
            Novak Okafor Ortega Osborne Owens Palmer Parker Perez Petit Popov Powell Price Ramos Reed Ricci \
            Richter Rivera Robin Romano Rossi Roux Ruiz Russo Sanchez Schmidt Schulz Scott Shaw Silva Simon \
            Smith Spencer Stone Sutton Taylor Torres Turner Vargas Vidal Vogel Wagner Walker Ward Weber Wells \
            White Wolf Wood Wright Young Zimmermann""".split(" ", -1));

    private final Random random;
    private final Set<Integer> usedIds = new HashSet<>();

    SampleGenerator(long seed) {
        this.random = new Random(seed);
    }

    /** Writes the sample that ships with the local stack. Argument: the gzipped file. */
    public static void main(String[] args) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(args[0])))) {
            out.write(new SampleGenerator(SampleCustomers.SEED)
                    .csv(SampleCustomers.CUSTOMERS)
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    String csv(int customers) {
        StringBuilder csv = new StringBuilder(HEADER).append('\n');
        for (int row = 1; row <= customers; row++) {
            csv.append(line(nextCustomerId(), nextCustomer(row))).append('\n');
        }
        return csv.toString();
    }

    private CustomerProfile nextCustomer(int row) {
        String geography = nextGeography();
        double balance = nextBalance(geography);
        CustomerProfile stayed = new CustomerProfile.Builder()
                .set(ProfileField.ROW_NUMBER, row)
                .set(ProfileField.SURNAME, SURNAMES.get(random.nextInt(SURNAMES.size())))
                .set(ProfileField.CREDIT_SCORE, nextCreditScore())
                .set(ProfileField.GEOGRAPHY, geography)
                .set(ProfileField.GENDER, random.nextDouble() < FEMALE ? "Female" : "Male")
                .set(ProfileField.AGE, nextAge())
                .set(ProfileField.TENURE, (int) Math.round(random.nextDouble() * 10))
                .set(ProfileField.BALANCE, balance)
                .set(ProfileField.NUM_OF_PRODUCTS, nextProducts(balance))
                .set(ProfileField.HAS_CR_CARD, random.nextDouble() < CREDIT_CARD)
                .set(ProfileField.IS_ACTIVE_MEMBER, random.nextDouble() < ACTIVE)
                .set(ProfileField.ESTIMATED_SALARY, cents(SALARY_MIN + random.nextDouble() * (SALARY_MAX - SALARY_MIN)))
                .build();
        boolean exited = random.nextDouble() < ChurnTendency.probability(stayed);
        return stayed.toBuilder().set(ProfileField.EXITED, exited).build();
    }

    private long nextCustomerId() {
        int id = FIRST_CUSTOMER_ID + random.nextInt(CUSTOMER_IDS);
        return usedIds.add(id) ? id : nextCustomerId();
    }

    private String nextGeography() {
        double share = random.nextDouble();
        if (share < FRANCE) {
            return "France";
        }
        return share < FRANCE_OR_GERMANY ? "Germany" : "Spain";
    }

    private double nextBalance(String geography) {
        boolean german = geography.equals("Germany");
        if (!german && random.nextDouble() < ZERO_BALANCE_OUTSIDE_GERMANY) {
            return 0;
        }
        double deviation = german ? 27_000 : 30_000;
        return cents(Math.max(3_768.69, 119_800 + deviation * random.nextGaussian()));
    }

    private int nextCreditScore() {
        return (int) Math.min(850, Math.max(350, Math.round(650.5 + 98 * random.nextGaussian())));
    }

    /** Few young, most in their thirties, a long tail of old ones. */
    private int nextAge() {
        int age = (int) (10.4 + 27.4 * StrictMath.exp(0.35 * random.nextGaussian()));
        return age >= 18 && age <= 92 ? age : nextAge();
    }

    private int nextProducts(double balance) {
        double[] cumulative = balance == 0 ? PRODUCTS_WITHOUT_BALANCE : PRODUCTS_WITH_BALANCE;
        double share = random.nextDouble();
        int products = 1;
        while (products <= cumulative.length && share >= cumulative[products - 1]) {
            products++;
        }
        return products;
    }

    private static double cents(double amount) {
        return Math.round(amount * 100) / 100.0;
    }

    private static String line(long customerId, CustomerProfile customer) {
        return String.format(
                Locale.ROOT,
                "%d,%d,%s,%d,%s,%s,%d,%d,%.2f,%d,%d,%d,%.2f,%d",
                customer.rowNumber(),
                customerId,
                customer.surname(),
                customer.creditScore(),
                customer.geography(),
                customer.gender(),
                customer.age(),
                customer.tenure(),
                customer.balance(),
                customer.numOfProducts(),
                bit(customer.hasCrCard()),
                bit(customer.isActiveMember()),
                customer.estimatedSalary(),
                bit(customer.exited()));
    }

    private static int bit(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag) ? 1 : 0;
    }
}
