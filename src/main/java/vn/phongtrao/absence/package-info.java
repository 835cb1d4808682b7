/** Who is away, who does the work meanwhile, and in which manner that is signed. */
@org.springframework.modulith.ApplicationModule(displayName = "Absence")
package vn.phongtrao.absence;
