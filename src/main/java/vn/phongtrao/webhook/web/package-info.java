/** Webhooks as a page and in the API. */
package vn.phongtrao.webhook.web;
