package io.churnwatch.api.request;

/** A record that {@link RequestReader} reads from a body; constraints on its components limit their values. */
public interface JsonRequest {}
