/** The workload of units as a page and in the API. */
package vn.phongtrao.workload.web;
