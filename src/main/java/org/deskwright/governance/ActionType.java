package org.deskwright.governance;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.deskwright.identity.Money;
import org.deskwright.ticket.Word;

/** The closed list of what the desk can do to other systems, what each needs to be told, and how it is taken back. */
public enum ActionType implements Word {

    SEND_RESET_LINK("Send a link to choose a new password", Map.of()),
    CANCEL_RESET_LINK("Make a link to choose a new password worthless", Map.of(Parameter.REVOKES, true)),
    ADD_TO_GROUP("Add to a group", Map.of(Parameter.GROUP, true, Parameter.ENTITLEMENT, true, Parameter.LASTS, false, Parameter.COSTS, false,
            Parameter.REVOKES, false)),
    REMOVE_FROM_GROUP("Remove from a group", Map.of(Parameter.GROUP, true, Parameter.ENTITLEMENT, true, Parameter.REVOKES, false));

    /** What an action can be told; nothing else is taken into a plan. */
    public enum Parameter implements Word {

        /** Directory group. */
        GROUP("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}"),
        /** Entitlement that the group carries. */
        ENTITLEMENT("[a-z0-9][a-z0-9-]{0,63}"),
        /** How long it lasts, as ISO 8601 has it in hours, minutes and seconds; then it is taken back. */
        LASTS("PT(?=\\d)(\\d{1,6}H)?(\\d{1,2}M)?(\\d{1,2}S)?"),
        /** What it costs; a grant that does not say so is not made without a person. */
        COSTS(Money.FORM),
        /** Id of the action that this one takes back. */
        REVOKES("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

        private final Pattern form;

        Parameter(String form) {
            this.form = Pattern.compile(form);
        }
    }

    private final String label;
    private final Map<Parameter, Boolean> parameters;

    ActionType(String label, Map<Parameter, Boolean> parameters) {
        this.label = label;
        this.parameters = parameters;
    }

    /** In words for people. */
    public String label() {
        return label;
    }

    /** What takes it back; empty if nothing can, and then the desk never does it alone. */
    public Optional<ActionType> inverse() {
        return switch (this) {
            case SEND_RESET_LINK -> Optional.of(CANCEL_RESET_LINK);
            case ADD_TO_GROUP -> Optional.of(REMOVE_FROM_GROUP);
            case REMOVE_FROM_GROUP -> Optional.of(ADD_TO_GROUP);
            case CANCEL_RESET_LINK -> Optional.empty();
        };
    }

    /** Whether it leaves people with less than before: it is done for those, too, whose account is disabled. */
    public boolean takesAway() {
        return this == CANCEL_RESET_LINK || this == REMOVE_FROM_GROUP;
    }

    /** What gives a membership and what ends one look at each other's doings first, and so share it. */
    String rival() {
        return this == REMOVE_FROM_GROUP ? ADD_TO_GROUP.word() : word();
    }

    /** The parameters of the action that takes this one back. */
    Map<String, String> inverseParameters(UUID actionId, Map<String, String> own) {
        Map<String, String> parameters = new HashMap<>(own);
        Map<Parameter, Boolean> taken = inverse().orElseThrow().parameters;
        parameters.keySet().removeIf(name -> !taken.containsKey(Word.require(Parameter.class, name)));
        parameters.remove(Parameter.LASTS.word());
        parameters.put(Parameter.REVOKES.word(), actionId.toString());
        return Map.copyOf(parameters);
    }

    /** @throws IllegalArgumentException naming the parameter that is missing, unknown or malformed */
    void check(Map<String, String> given) {
        parameters.forEach((parameter, required) -> {
            String value = given.get(parameter.word());
            if (value == null ? required : !parameter.form.matcher(value).matches()) {
                throw new IllegalArgumentException("The action \"%s\" needs \"%s\" of the form %s, and \"%s\" is none"
                        .formatted(word(), parameter.word(), parameter.form, value));
            }
        });
        given.keySet().stream().filter(name -> Word.find(Parameter.class, name).filter(parameters::containsKey).isEmpty())
                .findFirst().ifPresent(name -> {
                    throw new IllegalArgumentException("The action \"%s\" takes no \"%s\"".formatted(word(), name));
                });
    }
}
