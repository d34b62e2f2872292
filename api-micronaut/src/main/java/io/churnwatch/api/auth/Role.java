package io.churnwatch.api.auth;

import java.util.Arrays;
import java.util.List;

/** The permissions of a user; each role includes the ones before it. */
public enum Role {
    VIEWER,
    ANALYST,
    ADMIN;

    /** For annotations, which take no enum constants. */
    public static final String VIEWER_NAME = "VIEWER";

    public static final String ANALYST_NAME = "ANALYST";

    public static final String ADMIN_NAME = "ADMIN";

    /** Returns the names of this role and of all that it includes. */
    List<String> included() {
        return Arrays.stream(values())
                .filter(role -> role.compareTo(this) <= 0)
                .map(Enum::name)
                .toList();
    }
}
