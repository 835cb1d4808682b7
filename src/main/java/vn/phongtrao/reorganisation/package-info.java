/** Reorganisation: what becomes of open dossiers, rows and accounts when units end, seen before and carried out. */
@org.springframework.modulith.ApplicationModule(displayName = "Reorganisation")
package vn.phongtrao.reorganisation;
