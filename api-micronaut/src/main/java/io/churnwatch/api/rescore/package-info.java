/** After a promotion, every customer is scored again in the background. */
@NullMarked
package io.churnwatch.api.rescore;

import org.jspecify.annotations.NullMarked;
