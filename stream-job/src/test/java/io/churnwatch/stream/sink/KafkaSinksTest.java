package io.churnwatch.stream.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.feed.RejectionReason;
import io.churnwatch.stream.feed.DeadLetter;
import io.churnwatch.stream.feed.FeedRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

class KafkaSinksTest {
    private static final int RECORD_MAX = 1024 * 1024; // max.request.size, as Kafka has it

    @Test
    void aDeadLetterHoldsTheBytesAsTheyCame() {
        ProducerRecord<byte[], byte[]> record = KafkaSinks.deadLetter(letter(new byte[] {1, 2, 3}, "age"));

        assertThat(record.value()).containsExactly(1, 2, 3);
        assertThat(header(record, "cw_size")).isEqualTo("3");
        assertThat(header(record, "cw_field")).isEqualTo("age");
    }

    @Test
    void aDeadLetterFitsIntoARecordHoweverLongItsOriginalIs() {
        ProducerRecord<byte[], byte[]> record =
                KafkaSinks.deadLetter(letter(new byte[2 * RECORD_MAX], "€".repeat(50_000)));

        int headers = StreamSupport.stream(record.headers().spliterator(), false)
                .mapToInt(header -> header.key().length() + header.value().length)
                .sum();
        assertThat(record.value().length + headers).isLessThan(RECORD_MAX - 1_000);
        assertThat(header(record, "cw_size")).isEqualTo(Integer.toString(2 * RECORD_MAX));
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static DeadLetter letter(byte[] value, String field) {
        FeedRecord record = new FeedRecord(value, Instant.EPOCH, 2, 77);
        return new DeadLetter(record, RejectionReason.UNKNOWN_FIELD, "e-1", field, "There is no field " + field);
    }
}
