/** What administrators see of the keys. */
package vn.phongtrao.citizen.web;
