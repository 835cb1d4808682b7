/** The units in the register API. */
package vn.phongtrao.unit.web;
