package org.deskwright.connector.gemini;

import org.deskwright.connector.VendorModels;
import org.deskwright.inference.ModelProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GeminiConfiguration {

    @Bean
    ModelProvider gemini() {
        return new VendorModels("gemini", true, GeminiModel::new);
    }
}
