/** The reorganisation for administrators: API and page. */
package vn.phongtrao.reorganisation.web;
