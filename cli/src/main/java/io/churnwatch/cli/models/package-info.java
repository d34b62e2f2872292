/** The commands that list models and decide which one scores. */
@NullMarked
package io.churnwatch.cli.models;

import org.jspecify.annotations.NullMarked;
