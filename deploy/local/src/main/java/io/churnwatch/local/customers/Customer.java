package io.churnwatch.local.customers;

import io.churnwatch.feed.CustomerProfile;

/** A customer with their profile. */
public record Customer(long customerId, CustomerProfile profile) {}
