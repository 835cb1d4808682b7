/** What the other modules know of processes and their rules without knowing the engine that runs them. */
@org.springframework.modulith.ApplicationModule(displayName = "Procedure")
package vn.phongtrao.procedure;
