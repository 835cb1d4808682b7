/** Files with entries from before the system: read row by row, each error by its line. */
@org.springframework.modulith.ApplicationModule(displayName = "CSV")
package vn.phongtrao.csv;
