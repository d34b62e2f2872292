package io.churnwatch.training.publish;

/** A file that belongs to a model. */
public final class Artifact {
    private final String name;
    private final byte[] bytes;

    /**
     * Takes the contents of a file.
     *
     * @param name with its file type: {@code model-card.html}
     */
    public Artifact(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes.clone();
    }

    public String name() {
        return name;
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
