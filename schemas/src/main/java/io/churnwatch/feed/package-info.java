/** What arrives: updates of customers' profiles, and how they read on the wire. */
@NullMarked
package io.churnwatch.feed;

import org.jspecify.annotations.NullMarked;
