package io.churnwatch.scoring.pmml.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a PMML document on their way to the parser, which buffers whatever it has not understood yet: so not only
 * their number has a limit, but also how many may come before the parser has made sense of them.
 */
final class PmmlInput extends FilterInputStream {
    /** Four times the text of 300 trees of depth 12, which is 66 MiB. */
    static final int BYTES_MAX = 256 << 20;

    static final String TOO_LONG = "it is longer than " + (BYTES_MAX >> 20) + " MiB";

    /** A name, a comment or an attribute's value; the longest that exporters write have some hundred bytes. */
    static final int TOKEN_BYTES_MAX = 1 << 20;

    private long bytes;
    private long bytesOfToken;
    private boolean atEnd;
    private boolean failed;

    PmmlInput(InputStream in) {
        super(in);
    }

    /** The parser has understood what it read so far. */
    void understood() {
        bytesOfToken = 0;
    }

    boolean isEmpty() {
        return bytes == 0;
    }

    /** Whether the parser has asked for more than there is. */
    boolean isAtEnd() {
        return atEnd;
    }

    /** Whether the bytes could not be read at all. */
    boolean hasFailed() {
        return failed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = readSource(buffer, offset, length);
        if (count < 0) {
            atEnd = true;
            return count;
        }
        bytes += count;
        bytesOfToken += count;
        if (bytes > BYTES_MAX) {
            throw new IOException(TOO_LONG);
        }
        if (bytesOfToken > TOKEN_BYTES_MAX) {
            throw new IOException(
                    "a name, a comment or an attribute is longer than " + (TOKEN_BYTES_MAX >> 20) + " MiB");
        }
        return count;
    }

    private int readSource(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            failed = true;
            throw e;
        }
    }
}
