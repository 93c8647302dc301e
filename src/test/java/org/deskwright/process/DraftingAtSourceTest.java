package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.test.context.TestPropertySource;

/** Where words go when the ticket is closed, the record, which stays longer, has none of a model's either. */
@TestPropertySource(properties = "desk.privacy.content=source")
class DraftingAtSourceTest extends DraftingTest {

    @Override
    void saysWhatWasWritten(String story) {
        assertThat(story).contains("Fingerprint of what it wrote: ").doesNotContain("In its words", "we look into it", "Which version");
    }
}
