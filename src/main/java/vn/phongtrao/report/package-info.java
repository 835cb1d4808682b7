/** Reports of the movement in figures: periods, the reports of communes, corrections, sums by district and province. */
@org.springframework.modulith.ApplicationModule(displayName = "Movement reports")
package vn.phongtrao.report;
