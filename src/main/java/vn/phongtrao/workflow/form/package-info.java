/** The server's reading of Camunda Forms: what a form accepts, checked again where the browser cannot be trusted. */
package vn.phongtrao.workflow.form;
