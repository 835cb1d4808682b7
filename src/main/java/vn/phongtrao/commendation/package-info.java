/** Commendations: nominees, the council's vote, awards with their bonus, and the register of awards. */
@org.springframework.modulith.ApplicationModule(displayName = "Commendation")
package vn.phongtrao.commendation;
