/** Webhooks: other systems are told what happens to dossiers of their unit. */
@org.springframework.modulith.ApplicationModule(displayName = "Webhooks")
package vn.phongtrao.webhook;
