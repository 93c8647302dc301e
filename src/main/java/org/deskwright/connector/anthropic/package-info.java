/** Anthropic's messages. */
package org.deskwright.connector.anthropic;
