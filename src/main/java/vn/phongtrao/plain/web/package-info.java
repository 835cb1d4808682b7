/** The registers of procedures without Java in the register API. */
package vn.phongtrao.plain.web;
