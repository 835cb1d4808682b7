/**
 * What becomes of decisions on awards after they were taken: revoked (hủy bỏ), whole or for some whom they recognised, with
 * what is recovered from these (thu hồi); their words put right (đính chính); their certificates given again (cấp lại).
 */
@org.springframework.modulith.ApplicationModule(displayName = "Revocation")
package vn.phongtrao.revocation;
