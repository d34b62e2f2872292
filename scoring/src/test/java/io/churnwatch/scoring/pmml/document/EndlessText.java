package io.churnwatch.scoring.pmml.document;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A beginning, and then the same again and again: however long a hostile document is, its reader has to stop by itself. */
final class EndlessText extends InputStream {
    private final byte[] start;
    private final byte[] unit;
    private long position;

    EndlessText(String start, String unit) {
        this.start = start.getBytes(StandardCharsets.UTF_8);
        this.unit = unit.getBytes(StandardCharsets.UTF_8);
    }

    /** How many bytes have been taken. */
    long taken() {
        return position;
    }

    @Override
    public int read() {
        long at = position++;
        return at < start.length ? start[(int) at] : unit[(int) ((at - start.length) % unit.length)];
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        for (int i = 0; i < length; i++) {
            buffer[offset + i] = (byte) read();
        }
        return length;
    }
}
