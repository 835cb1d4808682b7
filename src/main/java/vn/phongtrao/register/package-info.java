/**
 * How every register is listed: page, filter, sort, and only what the officer may see; how files with entries from
 * before the system are read; and how those who enter the same thing take turns.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Register")
package vn.phongtrao.register;
