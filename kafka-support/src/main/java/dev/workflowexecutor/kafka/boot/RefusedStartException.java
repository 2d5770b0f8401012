package dev.workflowexecutor.kafka.boot;

import dev.workflowexecutor.kafka.gate.ContractsRefusedException;
import org.springframework.boot.ExitCodeGenerator;

/**
 * A service may not start. The message is for people; a process that ends of it has the exit code
 * {@value #EXIT_CODE}.
 */
public final class RefusedStartException extends RuntimeException implements ExitCodeGenerator {

  /** {@code EX_CONFIG} of sysexits.h: it starts only after somebody has changed something. */
  public static final int EXIT_CODE = 78;

  private static final long serialVersionUID = 1L;

  /** The contracts don't fit. */
  public RefusedStartException(ContractsRefusedException refused) {
    super(refused.getMessage(), refused);
  }

  RefusedStartException(String message, InterruptedException cause) {
    super(message, cause);
  }

  @Override
  public int getExitCode() {
    return EXIT_CODE;
  }
}
