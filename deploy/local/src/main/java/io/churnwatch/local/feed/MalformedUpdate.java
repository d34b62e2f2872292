package io.churnwatch.local.feed;

import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.CustomerUpdateJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Breaks an update in the ways in which feeds break. */
final class MalformedUpdate {
    private static final List<UnaryOperator<String>> BREAKS = List.of(
            json -> json.substring(0, json.length() / 2),
            json -> json.replace("\"profile\":{", "\"profile\":{\"age\":999,"),
            json -> json.replace("\"profile\":{", "\"profile\":{\"balance\":\"a lot\","),
            json -> json.replace("\"profile\":{", "\"profile\":{\"blance\":1,"),
            json -> json.replace("\"occurred_at\":\"", "\"occurred_at\":\"yesterday "),
            json -> json.replace("\"event_id\":", "\"id\":"),
            json -> "<customer>" + json + "</customer>");

    static RawUpdate of(CustomerUpdate update, Random random) {
        String json = new String(CustomerUpdateJson.write(update), StandardCharsets.UTF_8);
        String broken = BREAKS.get(random.nextInt(BREAKS.size())).apply(json);
        return RawUpdate.of(broken.getBytes(StandardCharsets.UTF_8));
    }

    private MalformedUpdate() {}
}
