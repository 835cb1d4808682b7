/** The working calendar as a page and in the API. */
package vn.phongtrao.holiday.web;
