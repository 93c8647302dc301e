package org.deskwright.connector.bedrock;

import org.deskwright.connector.VendorModels;
import org.deskwright.inference.ModelProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BedrockConfiguration {

    @Bean
    ModelProvider bedrock() {
        return new VendorModels("bedrock", true, BedrockModel::new);
    }
}
