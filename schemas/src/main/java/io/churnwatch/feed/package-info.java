/** The feed: updates of customers' profiles, and their format on the wire. */
@NullMarked
package io.churnwatch.feed;

import org.jspecify.annotations.NullMarked;
