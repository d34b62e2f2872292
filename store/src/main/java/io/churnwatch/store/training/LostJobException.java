package io.churnwatch.store.training;

/** The worker was silent for so long that its job was given to another; what it made is dropped. */
public final class LostJobException extends RuntimeException {

    LostJobException(Claim claim) {
        super("Attempt " + claim.attempt() + " at " + claim + " was given up: another worker has it.");
    }
}
