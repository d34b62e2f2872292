package io.churnwatch.local.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** TCP ports of 127.0.0.1. */
public final class Ports {
    /** Returned by this JVM: a caller may not listen yet, and the kernel often returns the same port twice in a row. */
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    /** Returns a port that is free at the moment, and that this method has not returned before. */
    public static int free() {
        int port = anyUnbound();
        while (!GIVEN.add(port)) {
            port = anyUnbound();
        }
        return port;
    }

    private static int anyUnbound() {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Without it, connections of the stopped predecessor that linger in TIME_WAIT would count as a holder.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    private Ports() {}
}
