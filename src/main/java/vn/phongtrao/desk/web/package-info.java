/** The front page and the pages of the registers. */
package vn.phongtrao.desk.web;
