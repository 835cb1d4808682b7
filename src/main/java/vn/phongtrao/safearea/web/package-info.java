/** The safe areas in the register API. */
package vn.phongtrao.safearea.web;
