package io.churnwatch.cli.output;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import org.apache.commons.io.function.Uncheck;

/** Writes reports as the API does: members in snake case, times in ISO-8601. */
public final class Json {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance))
            .build();

    public static String write(Object report) {
        return Uncheck.apply(JSON.writerWithDefaultPrettyPrinter()::writeValueAsString, report);
    }

    private Json() {}
}
