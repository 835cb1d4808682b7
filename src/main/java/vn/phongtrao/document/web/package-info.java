/** The documents of a dossier in the register API. */
package vn.phongtrao.document.web;
