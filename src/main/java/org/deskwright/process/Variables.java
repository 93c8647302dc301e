package org.deskwright.process;

import java.util.Date;
import java.util.List;

/** Every variable that diagrams, tables and forms speak of, declared once. */
final class Variables {

    static final Variable<Boolean> REQUESTER_KNOWN = new Variable<>("requesterKnown", Boolean.class);
    static final Variable<Boolean> SENDER_AUTHENTICATED = new Variable<>("senderAuthenticated", Boolean.class);
    static final Variable<String> CATEGORY = new Variable<>("category", String.class);
    static final Variable<Boolean> CATEGORY_BY_PERSON = new Variable<>("categoryByPerson", Boolean.class);
    /** How far the category is rolled out, for routing; what acts alone is asked of the stored phase, never of this. */
    static final Variable<String> PHASE = new Variable<>("phase", String.class);
    static final Variable<Double> CONFIDENCE = new Variable<>("confidence", Double.class);
    static final Variable<String> IMPACT = new Variable<>("impact", String.class);
    static final Variable<String> URGENCY = new Variable<>("urgency", String.class);
    /** How soon its author says that it is needed, and whether they have lost patience; what the tables make of it is the priority. */
    static final Variable<String> SAID_URGENCY = new Variable<>("saidUrgency", String.class);
    static final Variable<Boolean> FRUSTRATED = new Variable<>("frustrated", Boolean.class);
    static final Variable<Integer> PRIORITY = new Variable<>("priority", Integer.class);
    static final Variable<String> QUEUE = new Variable<>("queue", String.class);
    static final Variable<String> RESOLUTION = new Variable<>("resolution", String.class);
    static final Variable<Integer> RESPONSE_MINUTES = new Variable<>("responseMinutes", Integer.class);
    static final Variable<Integer> RESOLUTION_MINUTES = new Variable<>("resolutionMinutes", Integer.class);
    static final Variable<Date> RESPONSE_DUE = new Variable<>("responseDue", Date.class);
    static final Variable<Date> RESOLUTION_DUE = new Variable<>("resolutionDue", Date.class);
    /** The gate's last answer, for the diagram's own branching; a clearance is never minted from it. */
    static final Variable<String> AUTONOMY = new Variable<>("autonomy", String.class);
    static final Variable<String> REASONS = new Variable<>("reasons", String.class);
    /** The group that the next person's task asks; what counts for a decision is stored with the task. */
    static final Variable<String> REVIEW_GROUP = new Variable<>("reviewGroup", String.class);
    static final Variable<Integer> APPROVALS_MISSING = new Variable<>("approvalsMissing", Integer.class);
    static final Variable<String> VERIFICATION = new Variable<>("verification", String.class);
    static final Variable<String> ENTITLEMENT = new Variable<>("entitlement", String.class);
    /** Of the request's text: what it asks for may be for somebody else than the requester. */
    static final Variable<Boolean> NAMES_OTHERS = new Variable<>("namesOthers", Boolean.class);
    static final Variable<String> ACTION_ID = new Variable<>("actionId", String.class);
    static final Variable<String> ACTION_STATE = new Variable<>("actionState", String.class);
    /** What is taken back, now or when its time is over. */
    static final Variable<String> REVOKED_ACTION_ID = new Variable<>("revokedActionId", String.class);
    static final Variable<Date> EXPIRES_AT = new Variable<>("expiresAt", Date.class);
    static final Variable<Date> REMIND_AT = new Variable<>("remindAt", Date.class);
    /** Id of the end event that the last process or called process reached, without its prefix. */
    static final Variable<String> END_STATE = new Variable<>("endState", String.class);
    static final Variable<Boolean> ESCALATED = new Variable<>("escalated", Boolean.class);
    static final Variable<String> RESOLVED_BY = new Variable<>("resolvedBy", String.class);
    static final Variable<String> CLOSURE_CODE = new Variable<>("closureCode", String.class);
    static final Variable<Boolean> SOLVED = new Variable<>("solved", Boolean.class);
    static final Variable<String> WORDING = new Variable<>("wording", String.class);
    /** What a person chose and wrote in a form; the text is taken out again as soon as the verdict is stored. */
    static final Variable<String> OUTCOME = new Variable<>("outcome", String.class);
    static final Variable<String> TEXT = new Variable<>("text", String.class);
    static final Variable<String> NEW_CATEGORY = new Variable<>("newCategory", String.class);
    static final Variable<String> NEW_QUEUE = new Variable<>("newQueue", String.class);
    /** The entitlement that an approval is for; the proposed one, unless the reviewer chose another. */
    static final Variable<String> NEW_ENTITLEMENT = new Variable<>("newEntitlement", String.class);
    /** How long it lasts, in ISO 8601, or {@link Edit#LONGEST}. */
    static final Variable<String> NEW_LASTS = new Variable<>("newLasts", String.class);

    /** What Tasklist's rows and forms show of a task, in words for people; kept with the task alone. */
    static final Variable<String> PROPOSAL = new Variable<>("proposal", String.class);
    static final Variable<String> CATEGORY_NAME = new Variable<>("categoryName", String.class);
    static final Variable<String> PRIORITY_NAME = new Variable<>("priorityName", String.class);
    static final Variable<String> QUEUE_NAME = new Variable<>("queueName", String.class);
    static final Variable<String> SURENESS = new Variable<>("sureness", String.class);
    static final Variable<String> REMARKS = new Variable<>("remarks", String.class);

    static final List<Variable<?>> ALL = List.of(REQUESTER_KNOWN, SENDER_AUTHENTICATED, CATEGORY, CATEGORY_BY_PERSON,
            PHASE, CONFIDENCE, IMPACT, URGENCY, SAID_URGENCY, FRUSTRATED, PRIORITY, QUEUE, RESOLUTION, RESPONSE_MINUTES, RESOLUTION_MINUTES, RESPONSE_DUE,
            RESOLUTION_DUE, AUTONOMY, REASONS, REVIEW_GROUP, APPROVALS_MISSING, PROPOSAL, VERIFICATION, ENTITLEMENT, NAMES_OTHERS, ACTION_ID,
            ACTION_STATE, REVOKED_ACTION_ID, EXPIRES_AT, REMIND_AT, END_STATE, ESCALATED, RESOLVED_BY, CLOSURE_CODE, SOLVED,
            WORDING, OUTCOME, TEXT, NEW_CATEGORY, NEW_QUEUE, NEW_ENTITLEMENT, NEW_LASTS, CATEGORY_NAME, PRIORITY_NAME, QUEUE_NAME, SURENESS, REMARKS);

    /** All that a person may write when completing a task. */
    static final List<Variable<?>> ANSWERS = List.of(OUTCOME, TEXT, NEW_CATEGORY, NEW_QUEUE, NEW_ENTITLEMENT, NEW_LASTS);

    private Variables() {
    }
}
