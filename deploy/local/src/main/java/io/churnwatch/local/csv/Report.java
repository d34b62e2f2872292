package io.churnwatch.local.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts what became of a file's rows, and names the first ones that were left out. */
public final class Report {
    /** How many problems are named by default. */
    public static final int SHOWN = 20;

    private final int shown;
    private final List<String> notes = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private long good;
    private long left;

    /** Names that many problems and counts the rest. */
    public Report(int shown) {
        this.shown = shown;
    }

    /** Adds a line about the file as a whole. */
    public void note(String line) {
        notes.add(line);
    }

    public void countGood() {
        good++;
    }

    public void problem(long line, String what) {
        left++;
        if (problems.size() < shown) {
            problems.add("line " + line + ": " + what);
        }
    }

    public long good() {
        return good;
    }

    /** The named problems, as sentences with their line. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** For the person at the terminal; empty when all went well. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(notes);
        lines.addAll(problems);
        if (left > problems.size()) {
            lines.add(String.format(Locale.ROOT, "… and %,d more", left - problems.size()));
        }
        if (left > 0) {
            lines.add(String.format(Locale.ROOT, "%,d of %,d rows were left out", left, left + good));
        }
        return lines;
    }
}
