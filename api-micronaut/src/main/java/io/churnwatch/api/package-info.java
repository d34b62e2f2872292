/** The REST API: who may see and change what, the outbox relay, and the web pages. */
@NullMarked
package io.churnwatch.api;

import org.jspecify.annotations.NullMarked;
