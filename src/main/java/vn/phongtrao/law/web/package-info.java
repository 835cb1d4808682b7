/** The register of legal documents in the API. */
package vn.phongtrao.law.web;
