package io.churnwatch.local.service;

import java.util.Map;

/** A running service: closing it stops it cleanly, its data stay. */
public interface Service extends AutoCloseable {
    int port();

    ChildProcess process();

    /** What a process of ours needs in its environment to use this service. */
    Map<String, String> environment();

    @Override
    void close();
}
