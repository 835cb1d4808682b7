/** What leaves the house: mails and calls of other systems, written with what they tell, sent afterwards. */
@org.springframework.modulith.ApplicationModule(displayName = "Outbox")
package vn.phongtrao.outbox;
