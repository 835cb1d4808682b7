/** Files with rows, as spreadsheet programs write them: read row by row, each error by its line, and written. */
@org.springframework.modulith.ApplicationModule(displayName = "Sheet")
package vn.phongtrao.sheet;
