/**
 * Two nodes on one PostgreSQL, at which officers work while nodes and backends are killed and answers get lost. In the end all that
 * was answered is there, once.
 */
package vn.phongtrao.crash;
