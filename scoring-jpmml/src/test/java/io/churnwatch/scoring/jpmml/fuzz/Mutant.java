package io.churnwatch.scoring.jpmml.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.w3c.dom.Document;

/**
 * A model that was broken on purpose.
 *
 * @param seed the document that it was made of
 * @param mutations what was done to it
 */
record Mutant(String seed, List<String> mutations, byte[] pmml) {
    private static final int MUTATIONS_MAX = 3;

    /** The same mutant for the same number. */
    static Mutant of(List<SeedModel> seeds, long number) {
        Random random = new Random(number * 0x9E3779B97F4A7C15L); // neighbours are alike without
        SeedModel seed = Xml.pick(seeds, random);
        int count = 1 + random.nextInt(MUTATIONS_MAX);
        List<String> mutations = new ArrayList<>();
        byte[] pmml = random.nextInt(6) == 0
                ? damaged(seed.pmml(), count, random, mutations)
                : changed(seed.pmml(), count, random, mutations);
        return new Mutant(seed.name(), mutations, pmml);
    }

    private static byte[] damaged(byte[] pmml, int count, Random random, List<String> mutations) {
        byte[] damaged = pmml;
        for (int i = 0; i < count && damaged.length > 0; i++) {
            damaged = ByteMutations.apply(damaged, random, mutations);
        }
        return damaged;
    }

    private static byte[] changed(byte[] pmml, int count, Random random, List<String> mutations) {
        Document document = Xml.parse(pmml);
        while (mutations.size() < count) {
            XmlMutations.apply(document, random).ifPresent(mutations::add);
        }
        return Xml.bytes(document);
    }
}
