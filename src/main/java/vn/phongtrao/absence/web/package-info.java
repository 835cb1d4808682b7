/** Absences as a page and in the API. */
package vn.phongtrao.absence.web;
