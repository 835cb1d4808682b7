/** Signs papers with the organisation's certificate. */
@org.springframework.modulith.ApplicationModule(displayName = "Signing")
package vn.phongtrao.signing;
