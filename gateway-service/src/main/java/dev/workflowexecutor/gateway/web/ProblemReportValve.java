package dev.workflowexecutor.gateway.web;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with a problem document where Tomcat refuses a request before any servlet sees it, for
 * example for a request line that is no URI. Tomcat makes its own instance.
 */
public final class ProblemReportValve extends ErrorReportValve {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  protected void report(Request request, Response response, @Nullable Throwable throwable) {
    if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.isError()) {
      return;
    }
    HttpStatusCode status = HttpStatusCode.valueOf(response.getStatus());
    String path = request.getRequestURI() == null ? "/" : request.getRequestURI();
    FrameworkRefusal refusal = FrameworkRefusal.of(status, path);
    try {
      write(response, ProblemDocument.of(refusal, status, path));
    } catch (IOException e) {
      container.getLogger().debug("The client has gone", e);
    }
  }

  private static void write(Response response, ProblemDocument document) throws IOException {
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding("utf-8");
    Writer writer = response.getReporter();
    if (writer != null) {
      writer.write(JSON.writeValueAsString(document));
      response.finishResponse();
    }
  }
}
