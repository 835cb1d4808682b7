/**
 * Replays what a province does in a year, over HTTP alone and as the people who do it: against a test's application or
 * one that runs elsewhere. A replay that was interrupted goes on where it stopped, because it asks the registers what
 * is there.
 */
package vn.phongtrao.replay;
