package io.churnwatch.local.service;

import java.util.Map;

/** A running service. Closing it stops it cleanly; its data stay unless its folder is a temporary one. */
public abstract class Service implements AutoCloseable {
    private final ServiceFolder folder;
    private final int port;
    private final ChildProcess process;

    Service(ServiceFolder folder, int port, ChildProcess process) {
        this.folder = folder;
        this.port = port;
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
        if (folder.isTemporary()) {
            ServiceFolder.delete(folder.path());
        }
    }
}
