/** Disclosure over HTTP. */
package vn.phongtrao.disclosure.web;
