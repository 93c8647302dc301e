package org.deskwright.connector.openai;

class OpenAiReasoningModelTest extends OpenAiContract {

    OpenAiReasoningModelTest() {
        super(Dialect.OPENAI, "o4-mini", "max_completion_tokens");
    }
}
