/** The pages of the rules. */
package vn.phongtrao.rulebook.web;
