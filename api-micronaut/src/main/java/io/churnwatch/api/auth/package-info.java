/** Authentication and authorisation: sessions, users, roles. */
@NullMarked
package io.churnwatch.api.auth;

import org.jspecify.annotations.NullMarked;
