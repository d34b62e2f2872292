/** Reads the JSON bodies of requests as records. */
@NullMarked
package io.churnwatch.api.request;

import org.jspecify.annotations.NullMarked;
