/**
 * Real PostgreSQL, Redis and Kafka as child processes of this JVM, without docker: for {@code ./churnwatch up} and for
 * the tests of every module.
 *
 * <p>Each service keeps everything in one folder and survives in it: data, generated password (mode 0600), log file, and
 * a pid file by which the next start finds and stops what a {@code kill -9} of its parent left running. They listen on
 * 127.0.0.1 only. Kafka's broker runs in a JVM of its own and Flyway in a short-lived one, both with the class path that
 * the build left in {@code target/runtime-classpath.txt}: so a module's tests may use these classes with the transitive
 * dependencies excluded, and the broker's libraries never meet the module's. {@code PostgresServer} needs the PostgreSQL
 * driver, commons-compress and xz.
 */
@NullMarked
package io.churnwatch.local.service;

import org.jspecify.annotations.NullMarked;
