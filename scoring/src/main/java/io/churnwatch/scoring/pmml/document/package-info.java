/** From bytes that may come from anywhere to a PMML document, or to a clear refusal. */
@NullMarked
package io.churnwatch.scoring.pmml.document;

import org.jspecify.annotations.NullMarked;
