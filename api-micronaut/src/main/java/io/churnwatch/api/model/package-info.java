/** The model registry: the models, their quality, and their roles. */
@NullMarked
package io.churnwatch.api.model;

import org.jspecify.annotations.NullMarked;
