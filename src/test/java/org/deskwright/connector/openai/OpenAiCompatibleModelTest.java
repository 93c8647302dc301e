package org.deskwright.connector.openai;

class OpenAiCompatibleModelTest extends OpenAiContract {

    OpenAiCompatibleModelTest() {
        super(Dialect.COMPATIBLE, "llama-3.3-70b", "max_tokens");
    }
}
