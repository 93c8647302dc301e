package org.deskwright.connector;

import java.util.function.Function;

import org.deskwright.inference.LanguageModel;
import org.deskwright.inference.ModelProvider;
import org.deskwright.inference.ModelSettings;

/** A kind of provider, by what makes its models. */
public record VendorModels(String kind, boolean needsKey, Function<ModelSettings, LanguageModel> maker) implements ModelProvider {

    @Override
    public LanguageModel model(ModelSettings settings) {
        return maker.apply(settings);
    }
}
