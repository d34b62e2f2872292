/** Thousands of broken models: our reader refuses them, or scores them as jpmml does. */
@org.jspecify.annotations.NullMarked
package io.churnwatch.scoring.jpmml.fuzz;
