/**
 * An example: how a procedure is added. With the folder {@code example/self-managed-road} it is all that the
 * application needs to open, review, decide on, print and list a new kind of dossier; nothing outside knows of it.
 */
package vn.example.road;
