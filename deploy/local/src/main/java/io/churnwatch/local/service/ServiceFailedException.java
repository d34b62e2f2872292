package io.churnwatch.local.service;

/** A service could not be started or used; the message says why in words for the person at the terminal. */
public final class ServiceFailedException extends RuntimeException {
    public ServiceFailedException(String message) {
        super(message);
    }

    public ServiceFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
