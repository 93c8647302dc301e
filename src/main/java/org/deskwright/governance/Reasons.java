package org.deskwright.governance;

import java.util.List;
import java.util.Map;

/** The reason codes of the gate and of {@code decisions/*.dmn} as sentences for people. */
public final class Reasons {

    private static final Map<String, String> SENTENCES = Map.ofEntries(
            // autonomy.dmn
            Map.entry("confident", "The desk is sure enough to go on by itself."),
            Map.entry("mandatory-review", "The desk would be sure enough, but the rules demand a person here."),
            Map.entry("uncalibrated", "Nobody has checked yet how far this confidence can be trusted, so a person looks."),
            Map.entry("medium-confidence", "The desk is sure enough to propose, but not to act alone."),
            Map.entry("nothing-fits", "The desk did not understand this, or it is nothing for it: \"Other\" is proposed only because nothing else fits."),
            Map.entry("low-confidence", "The desk is too unsure even to propose something."),
            // what the gate adds when the tables cannot answer
            Map.entry("confidence-missing", "Nobody has said yet what the request is about."),
            Map.entry("no-thresholds", "There are no limits for this kind of request, so the desk does nothing alone."),
            Map.entry("no-answer-in-table", "The table has no answer for this case, so people take over."),
            Map.entry("always-reviewed", "A person always decides on this, although the table of what is never done without one names no reason."),
            Map.entry("request-withdrawn", "The requester has withdrawn this request, so nothing more is done for it."),
            Map.entry("foreign-plan", "The action was planned for another request; it is not decided here."),
            Map.entry("category-changed", "What the request is about was said anew after this was planned, or nobody kept what it was about then."),
            Map.entry("requester-left", "The requester is not in the directory any more, or their account is disabled."),
            // why it is a person's work, whatever the gate said
            Map.entry("no-process", "There is no process that the desk may run by itself for this kind of request."),
            Map.entry("requester-unknown", "The sender is nobody in the directory, and the desk acts only for people whom it knows."),
            // where a process ended, by its end event
            Map.entry("resolution-rejected", "The requester says that it is not solved."),
            Map.entry("requester-not-verified", "The requester did not show with a one-time code that it is really them."),
            Map.entry("reset-escalated", "The desk did not reset the password."),
            Map.entry("link-not-confirmed", "The link to choose a new password could not be sent for certain."),
            Map.entry("link-expired", "The requester did not choose a new password before the link ran out."),
            Map.entry("password-chosen", "A new password was chosen with the link, and it is in force: nobody has to choose one again."),
            Map.entry("entitlement-unclear", "It could not be found out which access is wanted."),
            Map.entry("grant-escalated", "The desk did not grant the access."),
            Map.entry("grant-not-confirmed", "The access could not be granted for certain."),
            Map.entry("process-ended-by-hand", "Somebody ended the desk's own process."),
            // what the gate says of taking something back
            Map.entry("revocation-demanded", "Somebody entitled has demanded that this be taken back."),
            Map.entry("time-is-over", "The time for which this was granted is over."),
            Map.entry("revocation-not-demanded", "Nobody entitled has demanded that this be taken back."),
            Map.entry("nothing-to-take-back", "It was taken back already, or never done: there is nothing to take back."),
            // mandatory-review.dmn
            Map.entry("sender-not-authenticated", "Nobody vouches for the sender: this mail may be forged."),
            Map.entry("no-second-evidence", "The requester has not shown a second time that it is really them."),
            Map.entry("second-evidence-unknown", "It could not be found out whether the requester is really who they say."),
            Map.entry("privileged-account", "The account has administrator rights."),
            Map.entry("vip-account", "The account belongs to an executive, whom attackers like most."),
            Map.entry("service-account", "It is a service account, for which no person can answer."),
            Map.entry("desk-account", "The account belongs to the service desk, which does not serve itself."),
            Map.entry("account-kind-unknown", "It could not be found out what kind of account this is; it counts as privileged."),
            Map.entry("other-person-named", "The text speaks of another person: something may be wanted for somebody else."),
            Map.entry("other-person-unknown", "It could not be found out whether the text speaks of another person."),
            Map.entry("injection-signal", "The text looks as if it spoke to a machine that reads it: somebody may want to talk the desk into something."),
            Map.entry("injection-signal-unknown", "It could not be found out whether the text speaks to a machine."),
            Map.entry("second-request", "The text asks for a second thing, which this action does not do."),
            Map.entry("second-request-unknown", "It could not be found out whether the text asks for a second thing."),
            Map.entry("left-to-people", "Nobody but people was to read all of the text, so they do."),
            Map.entry("left-to-people-unknown", "It could not be found out whether anybody has read all of the text."),
            Map.entry("category-left-to-people", "Nobody whom the table of performers names has said what this is about, so a person does."),
            Map.entry("broken-answer", "A language model that read the text gave an answer that breaks its form: the text, or the model, may be up to something."),
            Map.entry("broken-answer-unknown", "It could not be found out whether a language model gave a broken answer about the text."),
            Map.entry("owner-approval", "Whoever answers for this access has a say in who gets it."),
            Map.entry("sensitive-access", "This access is sensitive."),
            Map.entry("privileged-access", "This access carries administrator rights."),
            Map.entry("sensitivity-unknown", "It could not be found out how sensitive this access is."),
            Map.entry("regulated-data", "This access opens data that the law protects."),
            Map.entry("regulated-data-unknown", "It could not be found out whether this access opens data that the law protects."),
            Map.entry("automation-stopped", "Somebody has stopped the desk here, so people decide meanwhile."),
            Map.entry("automation-unknown", "It could not be found out whether the desk is stopped here."),
            Map.entry("phase-assist", "This kind of request is rolled out so far that the desk proposes and a person approves."),
            Map.entry("phase-route", "This kind of request is not rolled out yet: the desk routes it, people do the rest."),
            Map.entry("phase-unknown", "It could not be found out how far this kind of request is rolled out."),
            Map.entry("reset-limit", "This account's password was reset as often as the desk may do alone in so short a time."),
            Map.entry("sender-limit", "The desk has handled as many requests of this sender as it may do alone within an hour."),
            Map.entry("reset-breaker", "There are more password resets than usual, which may be an attack."),
            Map.entry("limit-unknown", "It could not be found out whether this is within the limits."),
            Map.entry("wide-change", "It reaches further than one account and what was asked for."),
            Map.entry("blast-radius-unknown", "It could not be found out how far this reaches."),
            Map.entry("amount-above-limit", "It costs more than the desk may spend alone."),
            Map.entry("amount-unknown", "It could not be found out what this costs."),
            Map.entry("contact-change", "It changes how somebody is reached, and with that who can recover their account."),
            Map.entry("manager-change", "It changes whose word counts for somebody."),
            Map.entry("bank-change", "It changes where money goes."),
            Map.entry("record-field-unknown", "It could not be found out what this changes in the HR record."),
            Map.entry("taken-back-before", "People took the same back from this person not long ago, so people decide whether it is given again."),
            Map.entry("taken-back-before-unknown", "It could not be found out whether people took the same back before."),
            Map.entry("not-asked-for", "Neither the request nor anybody who changed the plan asks for just this access."),
            Map.entry("asked-for-unknown", "It could not be found out whether the request asks for this access."));

    private Reasons() {
    }

    /** The code itself if nobody has written a sentence for it. */
    public static String sentence(String code) {
        return SENTENCES.getOrDefault(code, code);
    }

    public static List<String> sentences(List<String> codes) {
        return codes.stream().map(Reasons::sentence).toList();
    }
}
