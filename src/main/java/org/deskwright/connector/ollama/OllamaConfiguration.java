package org.deskwright.connector.ollama;

import org.deskwright.connector.VendorModels;
import org.deskwright.inference.ModelProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OllamaConfiguration {

    @Bean
    ModelProvider ollama() {
        return new VendorModels("ollama", false, OllamaModel::new);
    }
}
