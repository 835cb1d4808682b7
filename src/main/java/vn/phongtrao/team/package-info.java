/** Grassroots security teams: who may join, who is elected, quotas, and the register of teams with their members. */
@org.springframework.modulith.ApplicationModule(displayName = "Team")
package vn.phongtrao.team;
