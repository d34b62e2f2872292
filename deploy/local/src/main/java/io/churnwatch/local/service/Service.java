package io.churnwatch.local.service;

import java.util.Map;

/** A running service: closing it stops it cleanly. Its data stay, unless it is a temporary one. */
public abstract class Service implements AutoCloseable {
    private final ServiceFolder folder;
    private final int port;
    private final boolean temporary;
    private final ChildProcess process;

    Service(ServiceFolder folder, int port, boolean temporary, ChildProcess process) {
        this.folder = folder;
        this.port = port;
        this.temporary = temporary;
        this.process = process;
    }

    ServiceFolder folder() {
        return folder;
    }

    public final int port() {
        return port;
    }

    public final ChildProcess process() {
        return process;
    }

    /** The environment variables through which other processes use this service. */
    public abstract Map<String, String> environment();

    @Override
    public final void close() {
        process.close();
        if (temporary) {
            folder.delete();
        }
    }
}
