package io.churnwatch.settings;

/**
 * An environment variable that a program reads.
 *
 * @param rule what its value must be
 * @param unlessSet its default, or what its absence means
 */
public record Setting(String name, String meaning, String rule, String unlessSet) {}
