/** Papers to download. */
package vn.phongtrao.press.web;
