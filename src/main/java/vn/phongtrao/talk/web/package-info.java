/** Notes on a dossier, in the API and as part of its page. */
package vn.phongtrao.talk.web;
