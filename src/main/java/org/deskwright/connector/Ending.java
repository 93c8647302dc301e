package org.deskwright.connector;

import org.deskwright.inference.ModelFailure;

/** How a model's answer ended; vendors have a word of their own for each. */
public enum Ending {

    /** The model had said all that it wanted to. */
    COMPLETE,
    /** At the limit of tokens. */
    CUT_OFF,
    /** The model refused, or a filter did. */
    REFUSED,
    /** In some other way, such as with the call of a tool that nobody offered, which is no answer. */
    OTHERWISE;

    /**
     * The text, if it is a whole one.
     *
     * @param model its name at the desk
     * @throws ModelFailure if not
     */
    public String whole(String model, String text) {
        return switch (this) {
            case REFUSED -> throw new ModelFailure.Refused(model + ": the model or its filter refused");
            case CUT_OFF -> throw new ModelFailure.TooLarge(model + ": the answer was cut off at the limit of tokens");
            case OTHERWISE -> throw new ModelFailure.Malformed(model + ": the answer ended as no answer does");
            case COMPLETE -> {
                if (text == null || text.isBlank()) {
                    throw new ModelFailure.Malformed(model + ": the answer is empty");
                }
                yield text;
            }
        };
    }
}
