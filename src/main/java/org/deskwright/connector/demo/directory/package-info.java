/** The demo organisation's directory: a real LDAP server in this process, with its people, kept on disk. */
package org.deskwright.connector.demo.directory;
