/** Emulation campaigns as pages and in the API. */
package vn.phongtrao.campaign.web;
