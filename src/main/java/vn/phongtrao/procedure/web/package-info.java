/** What administrators load, over HTTP. */
package vn.phongtrao.procedure.web;
