/** How a fitted model becomes a model version: export, parity gate, registry. */
@NullMarked
package io.churnwatch.training.publish;

import org.jspecify.annotations.NullMarked;
