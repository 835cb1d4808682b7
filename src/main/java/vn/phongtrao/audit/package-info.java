/** The audit trail: who read, took away and changed what, chained so that what is removed or changed shows. */
@org.springframework.modulith.ApplicationModule(displayName = "Audit trail")
package vn.phongtrao.audit;
