package io.churnwatch.stream.sink;

/** Elements that are written together. */
interface Batch<T> {
    void add(T element);

    /** How many elements are waiting; 0 when there is nothing to write. */
    int size();

    /** Whether the element must be in a batch of its own: what came before is written before it, and it before the rest. */
    default boolean standsAlone(T element) {
        return false;
    }
}
