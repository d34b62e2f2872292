/**
 * An independent replay: from the two logs (the feed and the versions) it computes every row that the job must have written,
 * and holds the tables against it. Written apart from the job, of which it shares only the contracts and {@code scoring}.
 */
@NullMarked
package io.churnwatch.verify;

import org.jspecify.annotations.NullMarked;
