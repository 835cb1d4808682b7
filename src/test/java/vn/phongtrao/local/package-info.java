/** A real PostgreSQL and a real Keycloak on this machine, for the demo and for tests. */
package vn.phongtrao.local;
