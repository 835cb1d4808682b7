/** Retention over HTTP. */
package vn.phongtrao.retention.web;
