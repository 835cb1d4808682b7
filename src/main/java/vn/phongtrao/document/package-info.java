/** The files of a dossier: what is accepted, who may add and read them, and which kinds a dossier must have. */
@org.springframework.modulith.ApplicationModule(displayName = "Document")
package vn.phongtrao.document;
