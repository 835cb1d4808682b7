/** Talk: notes on a dossier between those who may see it. */
@org.springframework.modulith.ApplicationModule(displayName = "Talk")
package vn.phongtrao.talk;
