/** Mass organisations over HTTP. */
package vn.phongtrao.organisation.web;
