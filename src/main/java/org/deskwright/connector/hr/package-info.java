/** An HR system whose tables or views the desk may read over JDBC. */
package org.deskwright.connector.hr;
