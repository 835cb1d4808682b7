/** The rules as people read them: every decision table, with what is in force, what is coming and what has ended. */
@org.springframework.modulith.ApplicationModule(displayName = "Rulebook")
package vn.phongtrao.rulebook;
