package io.churnwatch.api.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers GET and HEAD outside the API with the web pages. They need no login: they hold no data, and the login is one of
 * them.
 */
@ServerFilter("/**")
final class WebFilter implements Ordered {
    private static final List<String> NOT_PAGES = List.of("/api", "/health", "/prometheus", "/openapi.yaml");
    private static final String NEVER_CHANGING = "/_next/static/";
    private static final String NOT_BUILT =
            "The web pages are not built. The API answers at /api; its description is at /openapi.yaml.\n";

    private final WebSite site;

    WebFilter(WebSite site) {
        this.site = site;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> answer(HttpRequest<?> request) {
        boolean reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        if (!reads || !isPage(request.getPath())) {
            return null;
        }
        if (site.isEmpty()) {
            return notBuilt(request);
        }
        return answer(request, decoded(request.getPath()));
    }

    private static boolean isPage(String path) {
        return NOT_PAGES.stream().noneMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }

    private HttpResponse<?> answer(HttpRequest<?> request, String path) {
        if (site.isFolder(path)) {
            return HttpResponse.status(HttpStatus.PERMANENT_REDIRECT)
                    .header(HttpHeaders.LOCATION, withSlash(request.getUri()));
        }
        String cacheControl = path.startsWith(NEVER_CHANGING) ? "public, max-age=31536000, immutable" : "no-cache";
        return site.page(path)
                .<HttpResponse<?>>map(page -> conditional(request, page, cacheControl))
                .orElseGet(() -> notFound(request));
    }

    private static HttpResponse<?> conditional(HttpRequest<?> request, WebPage page, String cacheControl) {
        @Nullable String known = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
        if (known != null && known.contains(page.etag())) {
            return HttpResponse.notModified()
                    .header(HttpHeaders.ETAG, page.etag())
                    .header(HttpHeaders.CACHE_CONTROL, cacheControl);
        }
        return content(request, HttpStatus.OK, page)
                .header(HttpHeaders.ETAG, page.etag())
                .header(HttpHeaders.CACHE_CONTROL, cacheControl);
    }

    private HttpResponse<?> notFound(HttpRequest<?> request) {
        return site.notFound()
                .<HttpResponse<?>>map(page ->
                        content(request, HttpStatus.NOT_FOUND, page).header(HttpHeaders.CACHE_CONTROL, "no-cache"))
                .orElseGet(HttpResponse::notFound);
    }

    private static MutableHttpResponse<byte[]> content(HttpRequest<?> request, HttpStatus status, WebPage page) {
        byte @Nullable [] gzip = page.gzip();
        MutableHttpResponse<byte[]> response = HttpResponse.<byte[]>status(status)
                .header(HttpHeaders.CONTENT_TYPE, page.contentType())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (gzip == null || !acceptsGzip(request)) {
            return response.body(page.content());
        }
        return response.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(gzip);
    }

    private static boolean acceptsGzip(HttpRequest<?> request) {
        @Nullable String accepted = request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip");
    }

    private static HttpResponse<?> notBuilt(HttpRequest<?> request) {
        HttpStatus status = request.getPath().equals("/") ? HttpStatus.OK : HttpStatus.NOT_FOUND;
        return HttpResponse.status(status).contentType(MediaType.TEXT_PLAIN).body(NOT_BUILT);
    }

    /** Next names files with characters such as ! and $, which browsers send encoded. */
    private static String decoded(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String withSlash(URI uri) {
        @Nullable String query = uri.getRawQuery();
        return uri.getRawPath() + "/" + (query == null ? "" : "?" + query);
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before();
    }
}
