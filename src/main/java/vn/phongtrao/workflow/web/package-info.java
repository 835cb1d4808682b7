/** The engine's HTTP side: who calls, which calls officers have, and how refusals are answered. */
package vn.phongtrao.workflow.web;
