/** Hamlets and communes recognised as safe, yearly: criteria, recognitions, and the register of results. */
@org.springframework.modulith.ApplicationModule(displayName = "Safe areas")
package vn.phongtrao.safearea;
