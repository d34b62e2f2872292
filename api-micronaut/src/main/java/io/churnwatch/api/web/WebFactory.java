package io.churnwatch.api.web;

import io.churnwatch.api.ApiConfig;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.json.JsonMapper;

/** Reads the web pages and the policy for their scripts. */
@Factory
final class WebFactory {
    @Context
    WebSite webSite(ApiConfig config) {
        return WebSite.load(config.webDir());
    }

    @Context
    ContentSecurityPolicy contentSecurityPolicy(WebSite site, JsonMapper json) {
        return ContentSecurityPolicy.of(site, json);
    }
}
