package io.churnwatch.store.training;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How a model is to be trained: the options of the training command by their names, without dashes. What their
 * values may be is the training's to say; here they only have to be the same on each way from a person to the worker.
 */
public record TrainingParameters(SortedMap<String, String> options) {
    public static final TrainingParameters NONE = new TrainingParameters(new TreeMap<>());

    /** All that a training knows. The training's own tests hold its options against them. */
    public static final Set<String> NAMES = Collections.unmodifiableSortedSet(new TreeSet<>(List.of(
            "algorithm",
            "customers",
            "depth",
            "derived",
            "feature-subset",
            "grid",
            "learning-curve",
            "max-bins",
            "min-instances",
            "out",
            "publish",
            "seed",
            "since",
            "step-size",
            "subsampling",
            "trees",
            "tune-on",
            "without")));

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final String PREFIX = "--";
    private static final String SET = "true"; // the value of an option that takes none

    public TrainingParameters {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        options.keySet().forEach(TrainingParameters::requireName);
    }

    /**
     * Those of a command line: {@code --grid quick --without=gender --learning-curve}. An option given twice is a list.
     *
     * @throws IllegalArgumentException naming the word that is neither an option nor the value of one
     */
    public static TrainingParameters ofWords(List<String> words) {
        SortedMap<String, String> options = new TreeMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith(PREFIX)) {
                throw new IllegalArgumentException("'" + word + "' is no option; options begin with " + PREFIX);
            }
            int equals = word.indexOf('=');
            String name = word.substring(PREFIX.length(), equals < 0 ? word.length() : equals);
            String value = SET;
            if (equals >= 0) {
                value = word.substring(equals + 1);
            } else if (i + 1 < words.size() && !words.get(i + 1).startsWith(PREFIX)) {
                value = words.get(++i);
            }
            options.merge(name, value, (first, second) -> first + "," + second);
        }
        return new TrainingParameters(options);
    }

    /**
     * Refuses a name that no training knows, before somebody waits for the worker to do so.
     *
     * @throws IllegalArgumentException naming it, and those that there are
     */
    public void requireKnown() {
        for (String name : options.keySet()) {
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException("There is no option " + PREFIX + name + "; there are " + PREFIX
                        + String.join(", " + PREFIX, NAMES));
            }
        }
    }

    /** These as a command line. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        options.forEach((name, value) -> words.add(PREFIX + name + "=" + value));
        return words;
    }

    /** As {@code training_job.parameters} holds them. */
    public String toJson() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (var option : options.entrySet()) {
                json.writeStringField(option.getKey(), option.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The opposite of {@link #toJson()}. */
    public static TrainingParameters ofJson(String text) {
        SortedMap<String, String> options = new TreeMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                options.put(name, json.nextTextValue());
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("Not the parameters of a training: " + text, e);
        }
        return new TrainingParameters(options);
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no name of an option");
        }
    }
}
