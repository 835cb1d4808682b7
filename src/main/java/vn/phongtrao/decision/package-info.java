/** The decision book: numbers of each authority and symbol, unique and without gaps within a year. */
@org.springframework.modulith.ApplicationModule(displayName = "Decision")
package vn.phongtrao.decision;
