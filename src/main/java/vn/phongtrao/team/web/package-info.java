/** Teams and their quotas in the register API. */
package vn.phongtrao.team.web;
