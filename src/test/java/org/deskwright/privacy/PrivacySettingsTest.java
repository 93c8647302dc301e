package org.deskwright.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A misspelt setting does not quietly keep what was to be kept nowhere. */
class PrivacySettingsTest {

    @Test
    void onlyTheTwoWordsAreTaken() {
        assertThat(new PrivacySettings("desk").staysAtItsSource()).isFalse();
        assertThat(new PrivacySettings("source").staysAtItsSource()).isTrue();
        assertThatThrownBy(() -> new PrivacySettings("Source")).hasMessageStartingWith("desk.privacy.content is \"Source\"; it can be \"desk\"");
    }
}
