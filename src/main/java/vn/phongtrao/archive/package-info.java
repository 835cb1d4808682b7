/** Closed dossiers as packages that can be read and verified without this program, for archives and other systems. */
@org.springframework.modulith.ApplicationModule(displayName = "Archive")
package vn.phongtrao.archive;
