/** The models in the register API. */
package vn.phongtrao.model.web;
