package io.churnwatch.api;

import io.churnwatch.settings.InvalidSettingsException;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.util.Map;

/** Starts the API: reads the environment, migrates the database, serves requests. */
@OpenAPIDefinition(
        info = @Info(title = "Churnwatch API", version = "0.1", license = @License(name = "MIT")),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(name = "bearer", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT")
public final class Application {
    private static final int EXIT_CONFIG = 78; // EX_CONFIG of sysexits.h

    public static void main(String[] args) {
        configure(Micronaut.build(args), configOrExit()).start();
    }

    /** Configures the application; the tests start the same. */
    static ApplicationContextBuilder configure(ApplicationContextBuilder builder, ApiConfig config) {
        return builder.mainClass(Application.class)
                .deduceEnvironment(false)
                .banner(false)
                .singletons(config)
                .properties(Map.of(
                        "micronaut.server.host", config.host(),
                        "micronaut.server.port", config.port(),
                        "micronaut.security.token.jwt.signatures.secret.generator.secret", config.jwtSecret()));
    }

    private static ApiConfig configOrExit() {
        try {
            return ApiConfig.fromEnvironment(System.getenv());
        } catch (InvalidSettingsException e) {
            System.err.println(e.getMessage());
            System.exit(EXIT_CONFIG);
            throw e;
        }
    }

    private Application() {}
}
