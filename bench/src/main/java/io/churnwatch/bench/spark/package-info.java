/** What runs on Spark: its own forest as a peer of our engine, and the quality of trainings. Each in a JVM with the class path of training-spark. */
@NullMarked
package io.churnwatch.bench.spark;

import org.jspecify.annotations.NullMarked;
