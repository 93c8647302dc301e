package org.deskwright.inference;

/**
 * One model of one provider, which is given a text and answers with a text. It has no tools and no memory. Safe for concurrent use.
 * What it answers is as hostile as what it was given: nobody may take it for more than characters.
 */
public interface LanguageModel {

    /** Bytes of a provider's whole answer, with all that is around the text; what is longer is cut off while it is read. */
    int LARGEST_ANSWER = 1024 * 1024;

    /**
     * Exactly one attempt: nothing below repeats a call, follows a redirect or asks another address. It ends within the request's
     * patience, also if the answer arrives drop by drop, and does not read more than {@link #LARGEST_ANSWER} bytes of it.
     *
     * @throws ModelFailure if there is no answer; its message holds neither the key nor anything of the text
     */
    ModelAnswer answer(ModelRequest request);
}
