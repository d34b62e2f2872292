/** How far the champion's customers are from those it was trained on, and how a challenger would do in its place. */
@NullMarked
package io.churnwatch.store.drift;

import org.jspecify.annotations.NullMarked;
