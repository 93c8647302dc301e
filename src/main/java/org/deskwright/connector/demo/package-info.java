/** The embedded mail server of the demo organisation: what a company's own mail system would be in production. */
package org.deskwright.connector.demo;
