/** The one clock, working days, holidays, swapped Saturdays and due dates. */
@org.springframework.modulith.ApplicationModule(displayName = "Calendar")
package vn.phongtrao.calendar;
