package io.churnwatch.risk;

/**
 * Why the risk is what it is, or why it moved.
 *
 * @param code stable and for machines
 * @param field the profile field
 * @param contribution in probability points; positive raises the risk
 * @param text a sentence for an analyst
 */
public record Reason(String code, String field, double contribution, String text) {}
