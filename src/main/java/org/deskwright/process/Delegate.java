package org.deskwright.process;

import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * A bean that diagrams may name in a delegate expression; no other bean is visible to them. It reads the ticket by business
 * key, calls one package, and sets declared variables. What it throws is retried, and becomes an incident in Cockpit.
 */
interface Delegate extends JavaDelegate {
}
