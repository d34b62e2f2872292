/** The REST API with its access control, the outbox relay, and the web pages. */
@NullMarked
package io.churnwatch.api;

import org.jspecify.annotations.NullMarked;
