/** The ratings of teams in the register API. */
package vn.phongtrao.rating.web;
