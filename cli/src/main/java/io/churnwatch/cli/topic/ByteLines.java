package io.churnwatch.cli.topic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Lines as bytes, because a malformed line need not be text. */
final class ByteLines {
    private final InputStream in;

    ByteLines(InputStream in) {
        this.in = in;
    }

    /** The next line without its end, or nothing at the end of the stream. */
    Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(320);
        int read = in.read();
        if (read < 0) {
            return Optional.empty();
        }
        while (read >= 0 && read != '\n') {
            line.write(read);
            read = in.read();
        }
        return Optional.of(line.toByteArray());
    }
}
