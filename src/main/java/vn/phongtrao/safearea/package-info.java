/** Hamlets, communes, agencies, enterprises and schools recognised as safe, yearly: registrations, criteria, recognitions, registers. */
@org.springframework.modulith.ApplicationModule(displayName = "Safe areas")
package vn.phongtrao.safearea;
