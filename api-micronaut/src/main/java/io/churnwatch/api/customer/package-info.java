/** Lists, shows, creates and changes customers. */
@NullMarked
package io.churnwatch.api.customer;

import org.jspecify.annotations.NullMarked;
