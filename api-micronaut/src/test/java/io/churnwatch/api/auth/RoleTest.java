package io.churnwatch.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RoleTest {
    @Test
    void aRoleIncludesThoseBelow() {
        assertThat(Role.VIEWER.included()).containsExactly(Role.VIEWER_NAME);
        assertThat(Role.ADMIN.included()).containsExactly(Role.VIEWER_NAME, Role.ANALYST_NAME, "ADMIN");
    }

    @Test
    void aTokenWithoutARoleMayNothing() {
        RoleLadder ladder = new RoleLadder();

        assertThat(ladder.resolveRoles(Map.of())).isEmpty();
        assertThat(ladder.resolveRoles(Map.of("role", "ANALYST"))).containsExactly("VIEWER", "ANALYST");
    }
}
