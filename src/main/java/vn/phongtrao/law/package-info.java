/** The legal documents that the product goes by: what they are called, how long they hold, and by what they are changed. */
@org.springframework.modulith.ApplicationModule(displayName = "Law")
package vn.phongtrao.law;
