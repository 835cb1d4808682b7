/** Revocations, corrections and re-issues in the register API. */
package vn.phongtrao.revocation.web;
