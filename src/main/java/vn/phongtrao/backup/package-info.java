/** Backup: everything that is kept, taken out in one moment, and brought back into an empty database with proof that it is whole. */
@org.springframework.modulith.ApplicationModule(displayName = "Backup")
package vn.phongtrao.backup;
