/** OpenAI, Snowflake Cortex, and whoever else speaks OpenAI's chat completions. */
package org.deskwright.connector.openai;
