/** Reports of the movement over HTTP. */
package vn.phongtrao.report.web;
