package io.churnwatch.scoring.jpmml;

/** A given file is missing or is not what it should be. The message is a sentence for the person at the terminal. */
final class WrongInputException extends RuntimeException {
    WrongInputException(String message) {
        super(message);
    }
}
