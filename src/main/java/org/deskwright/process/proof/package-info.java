/** Proves of diagrams, before anybody can run them, that no way leads to an action without its clearance. */
package org.deskwright.process.proof;
