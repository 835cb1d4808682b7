/** Keeping the list of hamlets: each commune's committee clerk keeps its own. */
@org.springframework.modulith.ApplicationModule(displayName = "Hamlet")
package vn.phongtrao.hamlet;
