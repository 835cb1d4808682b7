/** How refusals and other failures look over HTTP: problem details (RFC 9457) with a Vietnamese text. */
package vn.phongtrao.refusal.web;
