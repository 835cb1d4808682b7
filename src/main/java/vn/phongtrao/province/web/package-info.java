/** The files of provinces that administrators load: API and page. */
package vn.phongtrao.province.web;
