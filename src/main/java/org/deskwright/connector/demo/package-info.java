/** The servers behind the embedded default: real protocols on 127.0.0.1, filled with the organisation of Example Corp. */
package org.deskwright.connector.demo;
