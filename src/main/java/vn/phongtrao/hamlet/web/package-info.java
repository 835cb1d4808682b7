/** The hamlets of a commune in the register API. */
package vn.phongtrao.hamlet.web;
