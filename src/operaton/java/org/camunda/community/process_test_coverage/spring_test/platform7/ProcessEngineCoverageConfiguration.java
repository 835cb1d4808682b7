package org.camunda.community.process_test_coverage.spring_test.platform7;

/** Stands in for a library that knows Camunda's engine alone: nothing is measured. */
public class ProcessEngineCoverageConfiguration {
}
