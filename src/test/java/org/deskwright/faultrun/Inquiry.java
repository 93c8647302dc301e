package org.deskwright.faultrun;

import java.io.IOException;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One person's request, filed and followed as that person would: sent again if nobody answered, its code given when asked
 * for.
 */
final class Inquiry {

    private static final Set<String> ENDED = Set.of("resolved", "closed");
    private static final Set<String> WITH_A_PERSON = Set.of("in-review", "escalated", "in-progress");

    /** The link is out, and the requester has to choose a password. */
    private static final String NEW_PASSWORD = "process-instance/count?businessKey=%s&activityIdIn=gateway_newPasswordOrTimeout";

    private final int person;
    private final boolean reset;
    private String number;

    Inquiry(int person, boolean reset) {
        this.person = person;
        this.reset = reset;
    }

    boolean isReset() {
        return reset;
    }

    void file(DeskApi api) throws IOException {
        if (number == null) {
            number = reset
                    ? api.file(login(), login(), "Forgot my password", "Hi, I forgot my password and cannot log in any more. Can you reset it please?")
                    : api.file(login(), login(), "Wiki access", "Hello, please give me edit rights in the wiki, I need to update the sales pages.");
        }
    }

    /** Whether the code that was asked for is there to be given. */
    boolean isAsked(DeskApi api, DeskUnderFire desk) throws IOException {
        return reset && isAsked(api.ticket(number)) && code(desk) != null;
    }

    void giveCode(DeskApi api, DeskUnderFire desk) throws IOException {
        api.reply(login(), number, "Here you are: " + code(desk));
    }

    /**
     * Goes on where a kill left it.
     *
     * @return whether nobody waits for the desk any more: it has ended, or the next step is a person's
     */
    boolean follow(DeskApi api, DeskUnderFire desk) throws IOException {
        file(api);
        JsonNode ticket = api.ticket(number);
        String status = ticket.get("status").asText();
        if (isAsked(ticket)) {
            if (code(desk) != null) {
                giveCode(api, desk);
            }
            return false;
        }
        boolean underWay = ticket.get("actions").findValuesAsText("state").contains("in-flight");
        return !underWay && (ENDED.contains(status)
                || WITH_A_PERSON.contains(status) && api.count("task/count?processInstanceBusinessKey=" + number) > 0
                || reset && api.count(NEW_PASSWORD.formatted(number)) > 0);
    }

    /** The action was planned only after the code was right, so that a ticket that waits without one waits for the code. */
    private boolean isAsked(JsonNode ticket) {
        return reset && ticket.get("status").asText().equals("awaiting-requester") && ticket.get("actions").isEmpty();
    }

    private String login() {
        return DirectoryTarget.login(person);
    }

    private String code(DeskUnderFire desk) {
        return desk.codeSentTo(Database.mobile(person));
    }

    @Override
    public String toString() {
        return "%s of %s".formatted(number == null ? "the request" : number, login());
    }
}
