package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.audit.RecordSchema;
import org.deskwright.correspondence.Clarifier;
import org.deskwright.correspondence.Unasked;
import org.deskwright.governance.Scope;
import org.deskwright.governance.Switches;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Word;
import org.deskwright.triage.MissingParts;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class AskForMissingPartTest {

    private static final String NUMBER = "DW-1000";

    /** Whether somebody speaks with the requester, nobody knows: whoever stopped it may have other reasons. */
    @Test
    void whereTheAutomationIsStoppedNothingIsAskedAndTheRecordSaysJustThat() {
        Tickets tickets = mock(Tickets.class);
        Ticket ticket = mock(Ticket.class);
        MissingParts missing = mock(MissingParts.class);
        Clarifier clarifier = mock(Clarifier.class);
        Switches switches = mock(Switches.class);
        DelegateExecution execution = mock(DelegateExecution.class);
        when(execution.getProcessBusinessKey()).thenReturn(NUMBER);
        when(ticket.number()).thenReturn(NUMBER);
        when(tickets.get(NUMBER)).thenReturn(ticket);
        when(switches.isStopped(Scope.TICKET, NUMBER)).thenReturn(true);
        new AskForMissingPart(tickets, missing, clarifier, switches).execute(execution);
        ArgumentCaptor<Unasked> why = ArgumentCaptor.forClass(Unasked.class);
        verify(clarifier).pass(eq(NUMBER), why.capture());
        assertThat(why.getValue().word()).isEqualTo("automation-stopped");
        verifyNoInteractions(missing);
    }

    @Test
    void theRecordKnowsEveryReasonAndThoseOfEarlierVersions() {
        assertThat(new RecordSchema().words("NOT_ASKED", "reason")).containsAll(Stream.of(Unasked.values()).map(Word::word).toList()).contains("person-has-it");
    }
}
