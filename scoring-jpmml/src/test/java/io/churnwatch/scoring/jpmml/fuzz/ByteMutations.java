package io.churnwatch.scoring.jpmml.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages a file as disks, transfers and editors do: they know nothing of XML. */
final class ByteMutations {
    private static final int RANGE_MAX = 64;

    private final Random random;
    private final List<String> said;
    private byte[] bytes;

    private ByteMutations(byte[] bytes, Random random, List<String> said) {
        this.bytes = bytes;
        this.random = random;
        this.said = said;
    }

    /** Damages once, and adds to {@code said} what was done. */
    static byte[] apply(byte[] bytes, Random random, List<String> said) {
        ByteMutations mutations = new ByteMutations(bytes.clone(), random, said);
        mutations.apply();
        return mutations.bytes;
    }

    private void apply() {
        int at = random.nextInt(bytes.length);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(RANGE_MAX));
        switch (random.nextInt(7)) {
            case 0 -> flipBit(at);
            case 1 -> replace("delete", at, end, new byte[0]);
            case 2 -> replace("duplicate", end, end, Arrays.copyOfRange(bytes, at, end));
            case 3 -> replace("insert random bytes", at, at, noise(end - at));
            case 4 -> replace("truncate", at, bytes.length, new byte[0]);
            case 5 -> replace("overwrite with zeros", at, end, new byte[end - at]);
            default -> changeDigit(at);
        }
    }

    private void flipBit(int at) {
        int bit = random.nextInt(8);
        bytes[at] ^= (byte) (1 << bit);
        said.add("flip bit %d of byte %d".formatted(bit, at));
    }

    private void replace(String what, int from, int to, byte[] by) {
        byte[] result = Arrays.copyOf(bytes, from + by.length + bytes.length - to);
        System.arraycopy(by, 0, result, from, by.length);
        System.arraycopy(bytes, to, result, from + by.length, bytes.length - to);
        bytes = result;
        said.add("%s at %d to %d".formatted(what, from, to));
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    /** The damage that no parser can see. */
    private void changeDigit(int start) {
        for (int i = 0; i < bytes.length; i++) {
            int at = (start + i) % bytes.length;
            if (Character.isDigit(bytes[at])) {
                byte digit = (byte) ('0' + random.nextInt(10));
                said.add("byte %d from '%c' to '%c'".formatted(at, bytes[at], digit));
                bytes[at] = digit;
                return;
            }
        }
    }
}
