/**
 * How every register is listed: page, filter, sort, and only what the officer may see; and what it says of itself in figures.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Register")
package vn.phongtrao.register;
