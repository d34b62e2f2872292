/** The input fields of a PMML document, and what it derives from them. */
@NullMarked
package io.churnwatch.scoring.pmml.field;

import org.jspecify.annotations.NullMarked;
