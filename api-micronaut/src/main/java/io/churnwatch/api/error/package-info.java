/** Rejections and failures as problem details (RFC 9457). */
@NullMarked
package io.churnwatch.api.error;

import org.jspecify.annotations.NullMarked;
