/** The commands that say which model scores. */
@NullMarked
package io.churnwatch.local.models;

import org.jspecify.annotations.NullMarked;
