/**
 * A province as data: what lies in {@code provinces/<name>/} becomes rows, when the program starts and whenever
 * an administrator says so, and a realm for
 * Keycloak.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Province")
package vn.phongtrao.province;
