/**
 * Closes the engine: wherever it could evaluate what somebody wrote, it reaches what is listed here and nothing else.
 */
package vn.phongtrao.workflow.closed;
