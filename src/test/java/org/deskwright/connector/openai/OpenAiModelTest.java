package org.deskwright.connector.openai;

class OpenAiModelTest extends OpenAiContract {

    OpenAiModelTest() {
        super(Dialect.OPENAI, "gpt-4o", "max_completion_tokens");
    }
}
