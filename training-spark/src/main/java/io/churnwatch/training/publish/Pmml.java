package io.churnwatch.training.publish;

import io.churnwatch.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** The bytes of a PMML document. */
public final class Pmml {
    private final byte[] bytes;

    public Pmml(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int size() {
        return bytes.length;
    }

    public String sha256() {
        return Sha256.hex(bytes);
    }

    public byte[] gzip() {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream(bytes.length / 8);
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
