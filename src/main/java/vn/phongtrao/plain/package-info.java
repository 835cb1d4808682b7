/**
 * Procedures without Java: a folder with a model, forms and tables is one, and its dossiers hold what its forms
 * declare. Which fields there are is read from the files in force; a dossier keeps with its content what the forms said
 * of it then.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Plain")
package vn.phongtrao.plain;
