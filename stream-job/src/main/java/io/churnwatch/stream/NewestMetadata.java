package io.churnwatch.stream;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the checkpoint that was completed last. Others may be deleted meanwhile: a run that ended clears up behind itself. */
final class NewestMetadata extends SimpleFileVisitor<Path> {
    private @Nullable Path newest;
    private FileTime newestTime = FileTime.fromMillis(0);

    /** The folder of the checkpoint. */
    Optional<Path> checkpoint() {
        return Optional.ofNullable(newest).map(Path::getParent);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        FileTime time = attributes.lastModifiedTime();
        if (file.endsWith("_metadata") && time.compareTo(newestTime) > 0) {
            newest = file;
            newestTime = time;
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        return goOnIfGone(failure);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
        return failure == null ? FileVisitResult.CONTINUE : goOnIfGone(failure);
    }

    private static FileVisitResult goOnIfGone(IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }
}
