package org.deskwright.governance;

import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.deskwright.identity.Entitlement;
import org.deskwright.identity.Entitlements;
import org.deskwright.ticket.Said;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether somebody wants what a plan would give: a person who changed the plan, or else the requester in their own words. What
 * the diagram handed to the planning step is no one's wish.
 */
@Component
class AskedFor {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final Entitlements entitlements;

    AskedFor(JdbcClient jdbc, Entitlements entitlements) {
        this.jdbc = jdbc;
        this.entitlements = entitlements;
    }

    /**
     * @param words of the requester; empty if nobody can read them
     * @return what {@link Fact#ASKED_FOR} is; empty if it cannot be established
     */
    Optional<String> of(Plan plan, Optional<Said> words) {
        if (plan.type() != ActionType.ADD_TO_GROUP) {
            return Optional.of("not-needed");
        }
        String planned = plan.parameters().get(ActionType.Parameter.ENTITLEMENT.word());
        try {
            Optional<String> named = changedTo(plan.ticket());
            return named.isPresent() ? named.map(planned::equals).map(Fact::yesNo)
                    : words.map(said -> Fact.yesNo(entitlements.meantBy(said.request().whole(), said.answered()).map(Entitlement::id).filter(planned::equals).isPresent()));
        } catch (DataAccessException unknown) {
            return Optional.empty();
        }
    }

    /** By whoever changed a plan of this ticket last. */
    private Optional<String> changedTo(String ticket) {
        return jdbc.sql("""
                select d.decided from decision_difference d join verdict v on v.id = d.verdict_id
                where v.ticket_number = ? and v.outcome = 'edit' order by v.decided_at desc limit 1""")
                .param(ticket).query(String.class).optional().map(AskedFor::entitlement);
    }

    private static String entitlement(String decided) {
        try {
            return JSON.readTree(decided).path(ActionType.Parameter.ENTITLEMENT.word()).asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
