/** What is wrong with models, tables and forms before they are deployed. */
package vn.phongtrao.workflow.check;
