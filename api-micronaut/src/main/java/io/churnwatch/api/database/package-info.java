/** The one connection pool and what runs on it. */
@NullMarked
package io.churnwatch.api.database;

import org.jspecify.annotations.NullMarked;
