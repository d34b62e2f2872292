/** Environment variables as typed values: each is declared once, with its default and its meaning, and all problems are reported together. */
@NullMarked
package io.churnwatch.settings;

import org.jspecify.annotations.NullMarked;
