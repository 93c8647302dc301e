package org.deskwright.connector.openai;

import org.deskwright.inference.ModelProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OpenAiConfiguration {

    @Bean
    ModelProvider openAi() {
        return Dialect.OPENAI.provider();
    }

    @Bean
    ModelProvider openAiCompatible() {
        return Dialect.COMPATIBLE.provider();
    }

    @Bean
    ModelProvider snowflake() {
        return Dialect.SNOWFLAKE.provider();
    }
}
