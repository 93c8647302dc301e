package org.deskwright.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;

import org.deskwright.audit.BadEntries;
import org.deskwright.audit.ReadEntry;
import org.deskwright.audit.Reading;
import org.deskwright.audit.RecordPage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What somebody has done to an entry, or time, keeps nobody from reading the others: the pages say what is the matter with it. */
class BadEntriesPageTest extends PortalTest {

    private static final RequestPostProcessor LENA = person("lena.fischer", "auditors");

    @Autowired
    private Reading reading;

    @Test
    void theStoryIsShownWithWhatIsGoneLeftOutAndUnreadable() throws Exception {
        List<ReadEntry> story = List.of(BadEntries.gone("DW-7"), BadEntries.leftOut("DW-7"), BadEntries.unreadable("DW-7"), BadEntries.beyondAllCalendars());
        when(reading.story("DW-7")).thenReturn(story);
        assertThat(shown("/record/tickets/DW-7")).contains("DW-7 in the record", "4 entries", "3 not to be believed without asking",
                "Entry gone", "Only the place of this entry is left, and its hash.",
                "Entry left out", "What stands here is not what the desk wrote, so it is no part of the story.",
                "Entry cannot be read", "What stands here is no entry of the desk: the text of an entry is no JSON.",
                "The desk did not write this entry").doesNotContain("enull", "/null/", "null.", "Exact entry");
    }

    @Test
    void whatIsSearchedForIsListedWithWhatIsUnreadable() throws Exception {
        List<ReadEntry> found = List.of(BadEntries.unreadable("DW-7"), BadEntries.beyondAllCalendars());
        when(reading.search(any())).thenReturn(new RecordPage(found, 0, 50, 2));
        assertThat(shown("/record")).contains("2 entries", "Entry cannot be read", "the text of an entry is no JSON", "/record/tickets/DW-7\"", "waiting for its seal")
                .doesNotContain("#e\"", "enull", "null.");
    }

    private String shown(String address) throws Exception {
        return page(address, LENA).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }
}
