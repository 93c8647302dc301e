package org.deskwright.inference;

/** Makes models of one kind of provider; there is one bean of it for each kind that the desk can speak to. */
public interface ModelProvider {

    /** As {@code config/models.yaml} says it, for instance {@code openai-compatible}. */
    String kind();

    /** Whether no model of this kind answers without a key. */
    boolean needsKey();

    /**
     * Makes it without calling it.
     *
     * @throws IllegalArgumentException with a sentence for whoever wrote the settings, if something in them is missing or wrong
     */
    LanguageModel model(ModelSettings settings);
}
