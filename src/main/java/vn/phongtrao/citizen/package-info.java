/** Citizen numbers: encrypted at rest, comparable by digest, masked when shown. */
@org.springframework.modulith.ApplicationModule(displayName = "Citizen")
package vn.phongtrao.citizen;
