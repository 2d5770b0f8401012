package dev.workflowexecutor.kafka.serde;

import dev.workflowexecutor.kafka.registry.RegistryUnavailableException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Values by key, each loaded once, by one thread while others wait; a failed load is tried again by
 * the next caller. Thread-safe.
 */
final class LoadOnce<K, V> {

  private final Map<K, V> loaded = new ConcurrentHashMap<>();
  private final ReentrantLock loading = new ReentrantLock();
  private final Function<K, V> load;

  LoadOnce(Function<K, V> load) {
    this.load = load;
  }

  V get(K key) {
    V value = loaded.get(key);
    return value == null ? loadAlone(key) : value;
  }

  private V loadAlone(K key) {
    try {
      // Not computeIfAbsent: a load may wait for the registry, and its waiters must be
      // interruptible.
      loading.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RegistryUnavailableException("Interrupted while waiting for the registry", e);
    }
    try {
      V value = loaded.get(key);
      if (value == null) {
        value = load.apply(key);
        loaded.put(key, value);
      }
      return value;
    } finally {
      loading.unlock();
    }
  }
}
