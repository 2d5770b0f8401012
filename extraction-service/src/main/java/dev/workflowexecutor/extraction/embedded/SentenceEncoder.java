package dev.workflowexecutor.extraction.embedded;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The quantised bge-small-en-v1.5: text to a unit vector of 384 numbers, in this process.
 *
 * <p>One session for the process, each run on one thread without spinning, so that runs side by
 * side scale with the cores. Runs happen on platform threads of their own: native code pins a
 * virtual thread's carrier. Thread-safe.
 *
 * <p>Run the JVM with {@code --enable-native-access=ALL-UNNAMED}. Native libraries are unpacked to
 * {@code java.io.tmpdir} and, for the tokenizer, to {@code DJL_CACHE_DIR} (default {@code
 * ~/.djl.ai}).
 *
 * @see <a href="https://huggingface.co/BAAI/bge-small-en-v1.5">the model</a>
 */
final class SentenceEncoder implements Encoder {

  /** The model's name in records and metrics. */
  static final String MODEL = "bge-small-en-v1.5-q";

  private static final int DIMENSION = 384;

  private final Model model;
  private final ExecutorService threads;

  private SentenceEncoder(Model model) {
    this.model = model;
    int cores = Runtime.getRuntime().availableProcessors();
    threads =
        Executors.newFixedThreadPool(
            cores, Thread.ofPlatform().daemon().name("sentence-encoder-", 0).factory());
  }

  /** The process's only encoder; loaded (about a second) when first asked for. */
  static SentenceEncoder shared() {
    return Shared.ENCODER;
  }

  @Override
  public float[] encode(String text) {
    return answer(threads.submit(() -> model.vector(text)));
  }

  @Override
  public List<float[]> encodeAll(List<String> texts) {
    List<Future<float[]>> pending = new ArrayList<>();
    for (String text : texts) {
      pending.add(threads.submit(() -> model.vector(text)));
    }
    return pending.stream().map(SentenceEncoder::answer).toList();
  }

  private static float[] answer(Future<float[]> pending) {
    try {
      return pending.get();
    } catch (InterruptedException e) {
      pending.cancel(false);
      Thread.currentThread().interrupt();
      throw new EncodingException("interrupted while a text was encoded", e);
    } catch (ExecutionException e) {
      throw new EncodingException("expected a vector from " + MODEL, e);
    }
  }

  /** A holder, so that the model is loaded once and only where it is used. */
  private static final class Shared {
    static final SentenceEncoder ENCODER = new SentenceEncoder(Model.load());
  }

  private static final class Model extends AbstractInProcessEmbeddingModel {
    private static final String NOTHING = ".";
    private final OnnxBertBiEncoder encoder;

    private Model(OnnxBertBiEncoder encoder) {
      super(Runnable::run);
      this.encoder = encoder;
    }

    static Model load() {
      keepTokenizerFromTheNetwork();
      try (InputStream weights = resource(".onnx");
          InputStream tokenizer = resource("-tokenizer.json")) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        OrtSession session = environment.createSession(weights.readAllBytes(), oneThread());
        return new Model(new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.CLS));
      } catch (OrtException e) {
        throw new EncodingException("expected ONNX Runtime to load " + MODEL, e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    // DJL's tokenizer reports each start to a telemetry service, and asks the cloud where it runs.
    private static void keepTokenizerFromTheNetwork() {
      System.setProperty("OPT_OUT_TRACKING", "true");
      System.setProperty("ai.djl.offline", "true");
    }

    // ONNX Runtime's default threads fight each other for the cores: a third of the throughput.
    private static OrtSession.SessionOptions oneThread() throws OrtException {
      OrtSession.SessionOptions options = new OrtSession.SessionOptions();
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      options.addConfigEntry("session.inter_op.allow_spinning", "0");
      return options;
    }

    private static InputStream resource(String suffix) {
      String name = MODEL + suffix;
      InputStream resource = Model.class.getClassLoader().getResourceAsStream(name);
      if (resource == null) {
        throw new IllegalStateException("expected " + name + " on the class path");
      }
      return resource;
    }

    // A text of nothing but accents or private characters has no tokens, which throws.
    float[] vector(String text) {
      try {
        return embed(text).content().vector();
      } catch (IllegalArgumentException e) {
        return embed(NOTHING).content().vector();
      }
    }

    @Override
    protected OnnxBertBiEncoder model() {
      return encoder;
    }

    @Override
    protected Integer knownDimension() {
      return DIMENSION;
    }
  }
}
