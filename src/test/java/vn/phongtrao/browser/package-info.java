/** What officers do and see, in a real browser. */
package vn.phongtrao.browser;
