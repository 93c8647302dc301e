/** Any LDAP directory as the desk's directory of people, groups and passwords. */
package org.deskwright.connector.ldap;
