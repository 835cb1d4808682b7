/**
 * A province as data: what lies in {@code provinces/<name>/} becomes rows when the program starts, and a realm for
 * Keycloak.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Province")
package vn.phongtrao.province;
