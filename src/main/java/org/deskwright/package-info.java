/** An IT service desk that runs requests end to end, as drawn and decided by its analysts: where it starts, and where its packages are joined. */
package org.deskwright;
