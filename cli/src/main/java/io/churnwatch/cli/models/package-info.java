/** The commands that say which model scores. */
@NullMarked
package io.churnwatch.cli.models;

import org.jspecify.annotations.NullMarked;
