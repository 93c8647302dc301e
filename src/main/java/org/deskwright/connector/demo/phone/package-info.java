/** The demo organisation's phones: text messages end on a page. */
package org.deskwright.connector.demo.phone;
