package dev.workflowexecutor.standalone.data;

import dev.workflowexecutor.standalone.startup.StartException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder with all that a platform must remember; locked, so that it has one owner at a time.
 *
 * <p>The lock is the operating system's: it ends with the process, however that ends.
 */
public final class DataFolder implements AutoCloseable {

  private final Path root;
  private final FileChannel lock;

  private DataFolder(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Creates the folder if it is missing and locks it.
   *
   * @throws StartException when it can't be written or another platform has it
   */
  public static DataFolder open(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(root);
      FileChannel channel =
          FileChannel.open(
              root.resolve("platform.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new StartException(
            "the folder %s is in use by another platform; end that one or choose another with --data"
                .formatted(root));
      }
      return new DataFolder(root, channel);
    } catch (IOException e) {
      throw new StartException(
          "can't write to the folder %s (%s); make it writable or choose another with --data"
              .formatted(root, reason(e)),
          e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static String reason(IOException e) {
    String type = e.getClass().getSimpleName().replaceAll("Exception$", "");
    return e.getMessage() == null ? type : type + ": " + e.getMessage();
  }

  /** The whole folder, absolute. */
  public Path root() {
    return root;
  }

  /** One part of it, created when it is missing. */
  public Path part(String name) {
    Path part = root.resolve(name);
    try {
      return Files.createDirectories(part);
    } catch (IOException e) {
      throw new StartException("can't create the folder %s (%s)".formatted(part, reason(e)), e);
    }
  }

  /** Lets another platform have it. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new StartException("can't unlock the folder " + root, e);
    }
  }
}
