package io.churnwatch.api.database;

import io.churnwatch.api.ApiConfig;
import io.churnwatch.store.ConnectionLimits;
import io.churnwatch.store.Database;

/** The database that the API is configured for, with the limits of its requests. */
public final class ApiDatabase {

    public static Database of(ApiConfig config) {
        return of(config, ConnectionLimits.API);
    }

    static Database of(ApiConfig config, ConnectionLimits limits) {
        return new Database(config.databaseUrl(), config.databaseUser(), config.databasePassword(), limits);
    }

    private ApiDatabase() {}
}
