/** Papers: printed from templates as PDF, signed and kept; the submissions and signatories of every dossier. */
@org.springframework.modulith.ApplicationModule(displayName = "Press")
package vn.phongtrao.press;
