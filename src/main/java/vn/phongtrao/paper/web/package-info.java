/** Papers to download. */
package vn.phongtrao.paper.web;
