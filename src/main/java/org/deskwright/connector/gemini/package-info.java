/** Google's Gemini, by REST: Google's own client reads answers of any size. */
package org.deskwright.connector.gemini;
