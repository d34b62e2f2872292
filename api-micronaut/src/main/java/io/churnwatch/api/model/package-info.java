/** The model registry: what models there are, how good they are, and who gives them their roles. */
@NullMarked
package io.churnwatch.api.model;

import org.jspecify.annotations.NullMarked;
