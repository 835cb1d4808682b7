/** Realm: brings a realm of a running Keycloak to what a realm file says, shows first what differs, and never touches people. */
@org.springframework.modulith.ApplicationModule(displayName = "Realm")
package vn.phongtrao.realm;
