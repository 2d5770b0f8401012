package dev.workflowexecutor.gateway.ticket;

class ReadModelTest extends ReadModelContract {

  ReadModelTest() {
    super(TestDatabase.h2());
  }
}
