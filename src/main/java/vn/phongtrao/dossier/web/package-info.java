/** The dossiers in the register API. */
package vn.phongtrao.dossier.web;
