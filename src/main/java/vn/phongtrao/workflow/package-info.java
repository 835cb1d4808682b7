/** The only module that knows the engine: configuration, forms bound to dossiers, assignment, guards, webapps. */
@org.springframework.modulith.ApplicationModule(displayName = "Workflow")
package vn.phongtrao.workflow;
