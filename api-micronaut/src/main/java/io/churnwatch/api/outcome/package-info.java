/** Outcomes are told here, and past alerts judged by them. */
@NullMarked
package io.churnwatch.api.outcome;

import org.jspecify.annotations.NullMarked;
