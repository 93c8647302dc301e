/** A page on which people choose a new password, for directories that send no reset link themselves. */
package org.deskwright.connector.passwordpage;
