/** The audit trail for auditors: API and page. */
package vn.phongtrao.audit.web;
