/** Packages over HTTP. */
package vn.phongtrao.archive.web;
