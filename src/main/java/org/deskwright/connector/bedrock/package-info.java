/** Amazon Bedrock's converse. */
package org.deskwright.connector.bedrock;
