package io.churnwatch.local.customers;

import io.churnwatch.feed.CustomerProfile;

/** A customer and what is known of them. */
public record Customer(long customerId, CustomerProfile profile) {}
