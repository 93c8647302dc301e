package org.deskwright.triage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;

import org.deskwright.audit.AuditLog;
import org.deskwright.ticket.Contents;
import org.junit.jupiter.api.Test;

class RetrainingsTest {

    @Test
    void aDeskThatKeepsNoWordsTrainsNothing() {
        Contents contents = mock(Contents.class);
        when(contents.staysForGood()).thenReturn(false);
        RetrainingRows rows = mock(RetrainingRows.class);
        LearnableTickets tickets = mock(LearnableTickets.class);
        AuditLog audit = mock(AuditLog.class);
        Retrainings retrainings = new Retrainings(rows, tickets, mock(LearnedModels.class), null, null, contents, null, null, audit, null, Clock.systemUTC());
        assertThatThrownBy(() -> retrainings.ask("noor.ali")).isInstanceOf(ModelRefused.class).hasMessageContaining("desk.privacy.content=source");
        verifyNoInteractions(rows, tickets, audit);
    }
}
