package dev.workflowexecutor.standalone.foreign;

/** What another's client says of an answer that it can't use; named as Confluent's is. */
public final class RestClientException extends Exception {

  private final int status;

  RestClientException(int status) {
    super("the registry answered " + status);
    this.status = status;
  }

  public int getStatus() {
    return status;
  }
}
