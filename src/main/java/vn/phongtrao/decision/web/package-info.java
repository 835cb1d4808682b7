/** The decisions in the register API. */
package vn.phongtrao.decision.web;
