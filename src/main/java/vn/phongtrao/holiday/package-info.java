/** The calendar by years as the province keeps it, and what moves when it changes. */
@org.springframework.modulith.ApplicationModule(displayName = "Holidays")
package vn.phongtrao.holiday;
