package io.churnwatch.store.model;

/** Refuses a promotion; the message names the cause and the fix. Nothing was written. */
public final class PromotionRefusedException extends Exception {
    PromotionRefusedException(String message) {
        super(message);
    }
}
