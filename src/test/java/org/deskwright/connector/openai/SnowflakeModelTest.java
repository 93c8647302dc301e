package org.deskwright.connector.openai;

class SnowflakeModelTest extends OpenAiContract {

    SnowflakeModelTest() {
        super(Dialect.SNOWFLAKE, "claude-4-sonnet", "max_completion_tokens");
    }
}
