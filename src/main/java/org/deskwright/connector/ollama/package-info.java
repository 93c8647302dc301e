/** Ollama: models on a machine of one's own. */
package org.deskwright.connector.ollama;
