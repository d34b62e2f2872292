/** Our engine against jpmml, bit for bit, on rows around every split point. */
@NullMarked
package io.churnwatch.scoring.jpmml.parity;

import org.jspecify.annotations.NullMarked;
