package io.churnwatch.feed;

import static io.churnwatch.feed.CustomerFixture.MORNING;
import static io.churnwatch.feed.CustomerFixture.loyalCustomer;
import static io.churnwatch.feed.CustomerFixture.upsert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.churnwatch.JsonSchemas;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerUpdateJsonTest {
    private static final String PATCH = """
            {"event_id":"e-1","customer_id":15634602,"occurred_at":"2026-11-22T10:15:30.123Z","op":"PATCH",\
            "source":"core-banking","profile":{"is_active_member":false}}""";

    @Test
    void theExampleOfTheDesignReads() throws Exception {
        CustomerUpdate update = read(PATCH);

        assertThat(update.eventId()).isEqualTo("e-1");
        assertThat(update.customerId()).isEqualTo(15634602);
        assertThat(update.occurredAt()).isEqualTo(MORNING);
        assertThat(update.op()).isEqualTo(UpdateOp.PATCH);
        assertThat(update.profile()).isEqualTo(CustomerFixture.only(ProfileField.IS_ACTIVE_MEMBER, false));
    }

    @Test
    void whatIsWrittenReadsBackAndFitsTheSchema() throws Exception {
        CustomerProfile profile = loyalCustomer().toBuilder()
                .attribute("logins_per_week", AttributeValue.of(2.5))
                .attribute("segment", AttributeValue.of("gold"))
                .build();
        CustomerUpdate update = upsert("e-2", 7, MORNING, profile);

        byte[] json = CustomerUpdateJson.write(update);

        assertThat(CustomerUpdateJson.read(json)).isEqualTo(update);
        assertThat(JsonSchemas.complaints("customer-update.json", json)).isEmpty();
    }

    @Test
    void spellingsOfAFieldNameAreOne() throws Exception {
        assertThat(read(PATCH.replace("is_active_member", "isActiveMember")).profile())
                .isEqualTo(read(PATCH.replace("is_active_member", "IsActiveMember"))
                        .profile())
                .isEqualTo(read(PATCH).profile());
    }

    @Test
    void membersThatAreNotKnownAreSkippedAtTheTop() throws Exception {
        assertThat(read(PATCH.replaceFirst("\\{", "{\"trace\":{\"a\":[1,{}]},")))
                .isEqualTo(read(PATCH));
    }

    @Test
    void moneyIsRoundedToWholeCents() throws Exception {
        CustomerUpdate update = read(PATCH.replace("\"is_active_member\":false", "\"balance\":10.126"));

        assertThat(update.profile().balance()).isEqualTo(10.13);
    }

    @ParameterizedTest(name = "{0} becomes {1}: {2} {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"is_active_member\":false | \"age\":17 | OUT_OF_RANGE | age",
                "\"is_active_member\":false | \"age\":999 | OUT_OF_RANGE | age",
                "\"is_active_member\":false | \"age\":40.5 | WRONG_TYPE | age",
                "\"is_active_member\":false | \"age\":\"40\" | WRONG_TYPE | age",
                "\"is_active_member\":false | \"credit_score\":901 | OUT_OF_RANGE | credit_score",
                "\"is_active_member\":false | \"balance\":-0.01 | OUT_OF_RANGE | balance",
                "\"is_active_member\":false | \"is_active_member\":1 | WRONG_TYPE | is_active_member",
                "\"is_active_member\":false | \"blance\":1 | UNKNOWN_FIELD | blance",
                "\"is_active_member\":false | \"age\":null | MISSING_FIELD | profile",
                "\"is_active_member\":false | \"age\":[1] | WRONG_TYPE | age",
                "\"is_active_member\":false | \"attributes\":{\"A b\":1} | OUT_OF_RANGE | attributes",
                "\"is_active_member\":false | \"attributes\":{\"a\":{}} | WRONG_TYPE | attributes.a",
                "15634602 | 0 | OUT_OF_RANGE | customer_id",
                "15634602 | 9007199254740992 | OUT_OF_RANGE | customer_id",
                "15634602 | 92233720368547758080 | OUT_OF_RANGE | customer_id",
                "15634602 | \"7\" | WRONG_TYPE | customer_id",
                "\"PATCH\" | \"PATHC\" | OUT_OF_RANGE | op",
                "2026-11-22T10:15:30.123Z | yesterday | WRONG_TYPE | occurred_at",
                "2026-11-22T10:15:30.123Z | 0001-01-01T00:00:00Z | OUT_OF_RANGE | occurred_at",
                "\"event_id\":\"e-1\", | `` | MISSING_FIELD | event_id",
                "\"e-1\" | \"\" | OUT_OF_RANGE | event_id",
                "\"profile\":{\"is_active_member\":false} | \"profile\":null | MISSING_FIELD | profile",
                "}} | } | MALFORMED_JSON | ``",
                "}} | }}x | MALFORMED_JSON | ``",
            })
    void anInvalidUpdateNamesItsReasonAndField(String good, String bad, RejectionReason reason, String field) {
        InvalidUpdateException invalid = refused(PATCH.replace(good, bad == null ? "" : bad));

        assertThat(invalid.reason()).isEqualTo(reason);
        assertThat(invalid.field()).isEqualTo(field == null ? "" : field);
        assertThat(invalid.detail()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 4_294_967_296L, 9_876_543_210L, CustomerUpdate.CUSTOMER_ID_MAX})
    void aCustomerIdHasUpTo53Bits(long id) throws Exception {
        byte[] json = PATCH.replace("15634602", Long.toString(id)).getBytes(StandardCharsets.UTF_8);

        CustomerUpdate update = CustomerUpdateJson.read(json);

        assertThat(update.customerId()).isEqualTo(id);
        assertThat(CustomerUpdateJson.read(CustomerUpdateJson.write(update))).isEqualTo(update);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[]", "7", "{", "nonsense"})
    void whatIsNoJsonObjectIsMalformed(String text) {
        assertThat(refused(text).reason()).isEqualTo(RejectionReason.MALFORMED_JSON);
    }

    /** Three zeros before the first character say UTF-32, in which there is no character FFFFFFFF. */
    @Test
    void bytesThatAreNoTextAreMalformed() {
        byte[] bytes = {0, 0, 0, '{', -1, -1, -1, -1};

        InvalidUpdateException invalid =
                catchThrowableOfType(InvalidUpdateException.class, () -> CustomerUpdateJson.read(bytes));

        assertThat(invalid.reason()).isEqualTo(RejectionReason.MALFORMED_JSON);
    }

    @Test
    void charactersBeyondTheFirst65536CountOnce() throws Exception {
        String smileys = "\ud83d\ude00".repeat(50);

        assertThat(read(PATCH.replace("\"is_active_member\":false", "\"surname\":\"" + smileys + "\""))
                        .profile()
                        .surname())
                .isEqualTo(smileys);
    }

    private static CustomerUpdate read(String json) throws InvalidUpdateException {
        return CustomerUpdateJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static InvalidUpdateException refused(String json) {
        return catchThrowableOfType(InvalidUpdateException.class, () -> read(json));
    }
}
