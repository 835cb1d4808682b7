/** Notices: what is told of dossiers to those whom it concerns, when it happens, and who has read it. */
@org.springframework.modulith.ApplicationModule(displayName = "Notices")
package vn.phongtrao.notification;
