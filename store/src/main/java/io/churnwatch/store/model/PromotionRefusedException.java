package io.churnwatch.store.model;

/** A promotion makes no sense; the message says why and what would. Nothing was written. */
public final class PromotionRefusedException extends Exception {
    PromotionRefusedException(String message) {
        super(message);
    }
}
