/** The web pages and the headers that protect them. */
@NullMarked
package io.churnwatch.api.web;

import org.jspecify.annotations.NullMarked;
