package io.churnwatch.api.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The exported web pages, read once at the start: pages and the hashes of their scripts are of the same build, and no path
 * leads out of the folder. Immutable.
 */
final class WebSite {
    static final String INDEX = "index.html";
    private static final String NOT_FOUND = "404.html";
    private static final Logger log = LoggerFactory.getLogger(WebSite.class);

    private final Map<String, WebPage> pages;

    private WebSite(Map<String, WebPage> pages) {
        this.pages = pages;
    }

    /** Reads a folder; one that is missing makes an empty site. */
    static WebSite load(Path folder) {
        if (!Files.isRegularFile(folder.resolve(INDEX))) {
            log.warn("There are no web pages in {}: only the API is served", folder);
            return new WebSite(Map.of());
        }
        Map<String, WebPage> pages = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                pages.put(path(folder, file), new WebPage(file.toString(), Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The web pages in " + folder + " cannot be read", e);
        }
        return new WebSite(pages);
    }

    private static String path(Path folder, Path file) {
        StringBuilder path = new StringBuilder();
        folder.relativize(file).forEach(name -> path.append('/').append(name));
        return path.toString();
    }

    boolean isEmpty() {
        return pages.isEmpty();
    }

    /** The page at a decoded path; a path that ends with a slash is that folder's index. */
    Optional<WebPage> page(String path) {
        return Optional.ofNullable(pages.get(path.endsWith("/") ? path + INDEX : path));
    }

    /** Whether a path would be a page if it ended with a slash. */
    boolean isFolder(String path) {
        return !path.endsWith("/") && pages.containsKey(path + "/" + INDEX);
    }

    Optional<WebPage> notFound() {
        return Optional.ofNullable(pages.get("/" + NOT_FOUND));
    }
}
