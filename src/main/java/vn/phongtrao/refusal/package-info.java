/** How the system says no: one exception with a kind, the field or rule it is about, and a Vietnamese message. */
@org.springframework.modulith.ApplicationModule(displayName = "Refusal")
package vn.phongtrao.refusal;
