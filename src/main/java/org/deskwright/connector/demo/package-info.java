/** The demo organisation's own systems, embedded: real protocols, small servers, nothing to install. */
package org.deskwright.connector.demo;
