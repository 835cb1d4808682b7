/** The front page: what waits for an officer, what is late, what the unit sent, and the ways from there. */
@org.springframework.modulith.ApplicationModule(displayName = "Desk")
package vn.phongtrao.desk;
