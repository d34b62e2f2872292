package io.churnwatch.api.auth;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.security.token.DefaultRolesFinder;
import io.micronaut.security.token.RolesFinder;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Expands the role of an access token into all the roles that it includes. */
@Singleton
@Replaces(DefaultRolesFinder.class)
final class RoleLadder implements RolesFinder {
    @Override
    public List<String> resolveRoles(Map<String, Object> claims) {
        return claims.get(AccessTokens.ROLE) instanceof String role
                ? Role.valueOf(role).included()
                : List.of();
    }
}
