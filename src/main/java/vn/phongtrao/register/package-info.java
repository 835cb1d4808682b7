/**
 * How every register is listed: page, filter, sort, and only what the officer may see; and how files with entries from
 * before the system are read.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Register")
package vn.phongtrao.register;
