/** PostgreSQL: the schema with its migrations, and every statement that several programs share. */
@NullMarked
package io.churnwatch.store;

import org.jspecify.annotations.NullMarked;
