/** The revocations in the register API. */
package vn.phongtrao.revocation.web;
