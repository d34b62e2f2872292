package io.churnwatch.stream.score;

import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.UpdateOp;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The last events of a customer, newest last, each as a 64-bit hash of its id: eight bytes of state instead of forty. Two
 * ids of one customer's last {@value #SIZE} collide with a probability below 10⁻¹⁶. The newest RESCORE is remembered beside them, however
 * many events ago it was: it leaves no stamp in the profile that an old repeat could be known by.
 *
 * @param hashes at most {@value #SIZE}
 * @param rescore 0 before the first
 */
public record RecentEvents(long[] hashes, long rescore) {
    static final int SIZE = 32;
    static final RecentEvents NONE = new RecentEvents(new long[0], 0);

    boolean contains(String eventId) {
        long hash = hash(eventId);
        if (hash == rescore) {
            return true;
        }
        for (long known : hashes) {
            if (known == hash) {
                return true;
            }
        }
        return false;
    }

    RecentEvents with(CustomerUpdate update) {
        long hash = hash(update.eventId());
        int kept = Math.min(hashes.length, SIZE - 1);
        long[] next = Arrays.copyOfRange(hashes, hashes.length - kept, hashes.length + 1);
        next[kept] = hash;
        return new RecentEvents(next, update.op() == UpdateOp.RESCORE ? hash : rescore);
    }

    /** FNV-1a, then the finalizer of MurmurHash3 so that similar ids differ in all bits. */
    private static long hash(String eventId) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : eventId.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
