package io.churnwatch.scoring.pmml.document;

import io.churnwatch.scoring.pmml.PmmlForest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** PMML as model registries keep it: gzipped, to about a tenth of its size. */
public final class ZippedPmml {
    /**
     * Unzips a document, as far as a document may go: a gzip of 1 MB can hold 1 GB.
     *
     * @param gzip its bytes
     * @return the document's, for {@link PmmlForest#read(byte[])}
     * @throws MalformedPmmlException when the bytes are no gzip, are cut off, or become longer than 256 MiB
     */
    public static byte[] unzip(byte[] gzip) throws MalformedPmmlException {
        return unzip(gzip, PmmlInput.BYTES_MAX);
    }

    static byte[] unzip(byte[] gzip, int bytesMax) throws MalformedPmmlException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            byte[] pmml = in.readNBytes(bytesMax);
            if (in.read() >= 0) {
                throw new MalformedPmmlException(PmmlInput.TOO_LONG);
            }
            return pmml;
        } catch (IOException e) {
            throw new MalformedPmmlException("its gzip is broken: " + e.getMessage(), e);
        }
    }

    /** Zips a document, as {@link #unzip(byte[])} reads it. */
    public static byte[] zip(byte[] pmml) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream(pmml.length / 8);
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(pmml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    private ZippedPmml() {}
}
