package org.deskwright.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.deskwright.audit.RecordSchema;
import org.deskwright.identity.NamesIn;
import org.deskwright.inference.Chain;
import org.deskwright.inference.LanguageModels;
import org.deskwright.inference.Performer;
import org.deskwright.inference.PerformerTable;
import org.deskwright.ticket.RequestText;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.deskwright.ticket.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritingTest {

    private static final String NUMBER = "DW-1000";

    /** The directory may be slow, or away: nobody waits for it to no end. */
    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void withoutTimeNobodyIsAskedForNamesAndThatIsSaid(long seconds) {
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
        assertThat(writing.answer(NUMBER, Duration.ofSeconds(seconds))).get().hasToString("Nothing[why=TOO_LATE, model=big]");
        verifyNoInteractions(names);
        when(ticket.isClosed()).thenReturn(true);
        assertThat(writing.answer(NUMBER, Duration.ofSeconds(seconds))).as("nobody works on it").isEmpty();
        when(ticket.isClosed()).thenReturn(false);
        when(table.chain(any(), any())).thenReturn(Chain.PEOPLE);
        assertThat(writing.answer(NUMBER, Duration.ofSeconds(seconds))).as("no model was to write").isEmpty();
    }

    @Test
    void theRecordKnowsEveryReason() {
        assertThat(new RecordSchema().words("NOT_WRITTEN", "reason")).containsExactlyInAnyOrder(Stream.of(Unwritten.values()).map(Word::word).toArray(String[]::new));
    }
}
