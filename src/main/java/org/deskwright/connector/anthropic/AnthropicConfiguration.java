package org.deskwright.connector.anthropic;

import org.deskwright.connector.VendorModels;
import org.deskwright.inference.ModelProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AnthropicConfiguration {

    @Bean
    ModelProvider anthropic() {
        return new VendorModels("anthropic", true, AnthropicModel::new);
    }
}
