package io.churnwatch.verify;

import java.time.Instant;

/** A row of {@code alert_history}, but for its id, its message and what became of it. */
record ExpectedAlert(
        String alertId, String alertType, String eventId, Instant raisedAt, long configVersion, String modelVersion) {}
