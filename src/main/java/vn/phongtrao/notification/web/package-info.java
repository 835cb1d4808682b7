/** Notices as a page and in the API. */
package vn.phongtrao.notification.web;
