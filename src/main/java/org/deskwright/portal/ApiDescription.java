package org.deskwright.portal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API's description says beside the operations themselves: whose it is, how to sign in, how it refuses. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String SIGN_IN = "basic";
    /** For a desk that was started out of an editor. */
    private static final String UNBUILT = "0";
    private static final String PROBLEM = "Problem";
    private static final Map<String, String> REFUSALS = new TreeMap<>(Map.of(
            "400", "No JSON object, or a field is not valid; errors names each",
            "401", "Nobody is signed in, or login or password is wrong",
            "403", "Not with this login"));

    @Bean
    OpenAPI description(ObjectProvider<BuildProperties> build) {
        return new OpenAPI()
                .info(new Info().title("Deskwright").version(build.stream().map(BuildProperties::getVersion).findFirst().orElse(UNBUILT))
                        .description("The service desk's public API: file a request, follow it, answer, confirm, withdraw, and read the record. "
                                + "Everybody reads their own tickets; service desk, security and desk-admins read all, other staff what lies in "
                                + "their queue or what they were asked about. Refusals are problems as RFC 9457 has them.")
                        .license(new License().name("Apache 2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .components(new Components()
                        .addSecuritySchemes(SIGN_IN, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")
                                .description("Login and password of the directory")))
                .security(List.of(new SecurityRequirement().addList(SIGN_IN)));
    }

    @Bean
    OpenApiCustomizer refusals() {
        return api -> {
            ModelConverters.getInstance().read(ApiProblems.Described.class).values()
                    .forEach(schema -> api.getComponents().addSchemas(PROBLEM, schema));
            api.getPaths().forEach((path, item) -> item.readOperations().forEach(operation -> refuse(operation, path)));
        };
    }

    private static void refuse(Operation operation, String path) {
        REFUSALS.forEach((status, when) -> operation.getResponses().addApiResponse(status, problem(when)));
        if (path.contains("{number}")) {
            operation.getResponses().addApiResponse("404", problem("There is no such ticket"));
        } else if (path.contains("{uid}")) {
            operation.getResponses().addApiResponse("404", problem("There is no such entry"));
            operation.getResponses().addApiResponse("409", problem("It is not sealed and signed yet; try again in a second"));
        }
    }

    private static ApiResponse problem(String when) {
        return new ApiResponse().description(when).content(new Content().addMediaType("application/problem+json",
                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }
}
