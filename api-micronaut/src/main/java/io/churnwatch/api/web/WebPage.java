package io.churnwatch.api.web;

import io.micronaut.http.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** One exported file, plain and compressed. Immutable, provided that its arrays are not written to. */
final class WebPage {
    private static final Map<String, String> CONTENT_TYPES = Map.ofEntries(
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("png", "image/png"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("webp", "image/webp"),
            Map.entry("woff2", "font/woff2"));

    private final byte[] content;
    private final byte @Nullable [] gzip;
    private final String contentType;
    private final String etag;

    WebPage(String name, byte[] content) {
        byte[] compressed = compress(content);
        this.content = content;
        gzip = compressed.length < content.length ? compressed : null;
        contentType = contentType(name);
        etag = etag(content);
    }

    byte[] content() {
        return content;
    }

    /** Returns null where compression would not make it smaller. */
    byte @Nullable [] gzip() {
        return gzip;
    }

    String contentType() {
        return contentType;
    }

    /** Weak: it identifies both the plain and the compressed content. */
    String etag() {
        return etag;
    }

    private static String contentType(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return CONTENT_TYPES.getOrDefault(ending, MediaType.APPLICATION_OCTET_STREAM);
    }

    private static String etag(byte[] content) {
        CRC32C checksum = new CRC32C();
        checksum.update(content);
        return "W/\"" + Long.toHexString(checksum.getValue()) + "-" + content.length + "\"";
    }

    private static byte[] compress(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 2 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // an array cannot fail to be written
        }
        return bytes.toByteArray();
    }
}
