/** Decisions that are revoked (hủy bỏ), whole or for some whom they recognised, and what is recovered from these. */
@org.springframework.modulith.ApplicationModule(displayName = "Revocation")
package vn.phongtrao.revocation;
