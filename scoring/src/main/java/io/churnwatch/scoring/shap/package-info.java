/** Why a forest scores a row as it does: exact TreeSHAP, and the effect of one field. */
@NullMarked
package io.churnwatch.scoring.shap;

import org.jspecify.annotations.NullMarked;
