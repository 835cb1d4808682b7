/** The dossier (hồ sơ): its number, route, status and the steps taken on it, and who may see it. */
@org.springframework.modulith.ApplicationModule(displayName = "Dossier")
package vn.phongtrao.dossier;
