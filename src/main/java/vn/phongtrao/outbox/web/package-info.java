/** The outbox in the API. */
package vn.phongtrao.outbox.web;
