package org.deskwright.connector.bedrock;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.deskwright.connector.BoundedExchange;
import org.deskwright.connector.CheckedSettings;
import org.deskwright.connector.Ending;
import org.deskwright.connector.OutputSchema;
import org.deskwright.inference.LanguageModel;
import org.deskwright.inference.ModelAnswer;
import org.deskwright.inference.ModelRequest;
import org.deskwright.inference.ModelSettings;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.token.credentials.StaticTokenProvider;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.http.auth.aws.scheme.AwsV4AuthScheme;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.scheme.BearerAuthScheme;
import software.amazon.awssdk.http.auth.spi.scheme.AuthSchemeOption;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClientBuilder;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.StopReason;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.TokenUsage;

/**
 * Takes region, address and key from the settings alone: no profile of the machine's user, no environment, no metadata service.
 * The account is the id of an access key, whose secret is the key; without an account the key is a Bedrock API key.
 * Of the models there only some have a strict mode, so the schema is told in words to all.
 */
final class BedrockModel implements LanguageModel {

    private final ModelSettings settings;
    private final BoundedExchange exchange;
    private final BedrockRuntimeClient client;

    BedrockModel(ModelSettings settings) {
        String region = CheckedSettings.word(settings, "a region", settings.region());
        URI address = CheckedSettings.address(settings, "https://bedrock-runtime.%s.amazonaws.com".formatted(region));
        this.settings = settings;
        this.exchange = new BoundedExchange(settings.name(), settings.timeout());
        this.client = opened(settings, BedrockRuntimeClient.builder().region(Region.of(region)).endpointOverride(address)
                .httpClient(new AwsExchange(exchange)).defaultsMode(DefaultsMode.STANDARD)
                .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()).defaultProfileFile(ProfileFile.aggregator().build())))
                .build();
    }

    /** Names the way to sign in either case: left to itself, the library looks into the environment for another. */
    private static BedrockRuntimeClientBuilder opened(ModelSettings settings, BedrockRuntimeClientBuilder client) {
        String key = CheckedSettings.key(settings, true);
        if (settings.account() == null) {
            return client.tokenProvider(StaticTokenProvider.create(() -> key)).credentialsProvider(AnonymousCredentialsProvider.create())
                    .authSchemeProvider(call -> List.of(AuthSchemeOption.builder().schemeId(BearerAuthScheme.SCHEME_ID).build()));
        }
        String account = CheckedSettings.word(settings, "an account", settings.account());
        return client.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(account, key)))
                .authSchemeProvider(call -> List.of(AuthSchemeOption.builder().schemeId(AwsV4AuthScheme.SCHEME_ID)
                        .putSignerProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "bedrock")
                        .putSignerProperty(AwsV4HttpSigner.REGION_NAME, settings.region()).build()));
    }

    @Override
    public ModelAnswer answer(ModelRequest request) {
        return exchange.within(request.patience(), () -> read(client.converse(asked(request))));
    }

    private ConverseRequest asked(ModelRequest request) {
        String form = "Answer with one JSON object that satisfies this JSON schema, and with nothing else:\n" + OutputSchema.structure(request.schema());
        return ConverseRequest.builder().modelId(settings.model())
                .system(SystemContentBlock.fromText(request.instructions()), SystemContentBlock.fromText(form))
                .messages(message -> message.role(ConversationRole.USER).content(ContentBlock.fromText(request.text())))
                .inferenceConfig(inference -> inference.maxTokens(request.maxOutput())).build();
    }

    private ModelAnswer read(ConverseResponse response) {
        String text = response.output().message().content().stream().filter(block -> block.text() != null)
                .map(ContentBlock::text).collect(Collectors.joining());
        Optional<TokenUsage> usage = Optional.ofNullable(response.usage());
        return new ModelAnswer(ending(response.stopReason()).whole(settings.name(), text), List.of(), settings.model(), null,
                usage.map(TokenUsage::inputTokens).orElse(0), usage.map(TokenUsage::outputTokens).orElse(0));
    }

    private static Ending ending(StopReason reason) {
        return switch (reason) {
            case END_TURN, STOP_SEQUENCE -> Ending.COMPLETE;
            case MAX_TOKENS, MODEL_CONTEXT_WINDOW_EXCEEDED -> Ending.CUT_OFF;
            case GUARDRAIL_INTERVENED, CONTENT_FILTERED -> Ending.REFUSED;
            default -> Ending.OTHERWISE;
        };
    }
}
