/** The movement in figures: what all registers count, for a unit and a period, as data, page, paper and sheet. */
@org.springframework.modulith.ApplicationModule(displayName = "Statistics")
package vn.phongtrao.statistics;
