/** Retention: what is kept of persons for a time only, how long by which paragraph, and what has been forgotten. */
@org.springframework.modulith.ApplicationModule(displayName = "Retention")
package vn.phongtrao.retention;
