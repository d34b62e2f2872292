package io.churnwatch.cli.models;

import io.churnwatch.model.ModelRole;
import io.churnwatch.store.model.Promotion;
import java.util.Locale;

/** Describes a promotion in words. */
final class Announcement {
    static String of(Promotion promotion) {
        String fact = "%s is the %s from %s on%s."
                .formatted(
                        promotion.toVersion(),
                        promotion.role().name().toLowerCase(Locale.ROOT),
                        promotion.effectiveAt(),
                        promotion.fromVersion() == null ? "" : ", in place of " + promotion.fromVersion());
        return promotion.role() == ModelRole.CHAMPION
                ? fact + " All customers are scored again in the background; './churnwatch models list' shows how far."
                : fact;
    }

    private Announcement() {}
}
