package org.deskwright.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.deskwright.identity.NamesIn;
import org.deskwright.inference.Chain;
import org.deskwright.inference.LanguageModels;
import org.deskwright.inference.Performer;
import org.deskwright.inference.PerformerTable;
import org.deskwright.ticket.RequestText;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritingTest {

    private static final String NUMBER = "DW-1000";

    /** The directory may be slow, or away: nobody waits for it to no end. */
    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void withoutTimeNobodyIsAskedForNames(long seconds) {
        Tickets tickets = mock(Tickets.class);
        Ticket ticket = mock(Ticket.class);
        PerformerTable table = mock(PerformerTable.class);
        LanguageModels models = mock(LanguageModels.class);
        NamesIn names = mock(NamesIn.class);
        when(tickets.get(NUMBER)).thenReturn(ticket);
        when(ticket.request()).thenReturn(Optional.of(new RequestText("Word", "It does not start")));
        when(table.chain(any(), any())).thenReturn(new Chain(List.of(Performer.MODEL), "big"));
        when(models.isOn("big")).thenReturn(true);
        Writing writing = new Writing(Kind.DRAFT, tickets, mock(Timeline.class), table, models, names, mock(MachineTexts.class));
        assertThat(writing.answer(NUMBER, Duration.ofSeconds(seconds))).isEmpty();
        verifyNoInteractions(names);
    }
}
