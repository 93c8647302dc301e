/** The demo organisation's mail server: SMTP and IMAP in this process, spooled to disk before it says yes. */
package org.deskwright.connector.demo.mail;
