/** The desk is killed again and again, and two logs say afterwards whether it acted exactly once. */
package org.deskwright.faultrun;
