/** The movement's figures over HTTP. */
package vn.phongtrao.statistics.web;
