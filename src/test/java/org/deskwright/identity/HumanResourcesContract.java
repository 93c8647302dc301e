package org.deskwright.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the desk expects of every HR system, asked of one that holds the people of DEMO.md. */
public abstract class HumanResourcesContract {

    protected abstract HumanResources humanResources();

    @Test
    void registeredChannelsAreKnown() {
        Contact ada = humanResources().contactOf("ada.lindqvist").orElseThrow();
        assertThat(ada.mobile()).isEqualTo("+4915550000001");
        assertThat(ada.recoveryAddress()).isEqualTo("ada.lindqvist@home.example");
        assertThat(ada.isGoodForRecovery(Instant.now())).isTrue();
        assertThat(humanResources().contactOf("ADA.lindqvist")).contains(ada);
    }

    @Test
    void theServiceAccountHasNoChannel() {
        assertThat(humanResources().contactOf("svc-backup")).hasValueSatisfying(contact -> {
            assertThat(contact.mobile()).isNull();
            assertThat(contact.recoveryAddress()).isNull();
        });
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"nobody", "%", "' OR '1'='1"})
    void anybodyElseIsUnknown(String login) {
        assertThat(humanResources().contactOf(login)).isEmpty();
    }
}
