/** Any mail server that speaks IMAP and SMTP: where requests come from, and answers go to. */
package org.deskwright.connector.mail;
