package io.churnwatch.scoring.jpmml;

/** An input file is missing or unusable. The message is a sentence for the person at the terminal. */
final class WrongInputException extends RuntimeException {
    WrongInputException(String message) {
        super(message);
    }
}
