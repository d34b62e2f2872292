package io.churnwatch.scoring.pmml.field;

import java.util.BitSet;

/**
 * A value that trees and expressions ask for by name: an input field or one derived from others.
 *
 * @param column its index in a row
 * @param categorical whether it has no order: it may be compared for equality only
 * @param inputs the input fields that it is made of
 */
public record Variable(String name, int column, ValueType type, boolean categorical, BitSet inputs) {}
