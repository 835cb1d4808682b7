/** The awards in the register API. */
package vn.phongtrao.commendation.web;
