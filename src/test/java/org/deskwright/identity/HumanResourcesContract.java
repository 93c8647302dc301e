package org.deskwright.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the desk expects of every HR system, asked of one that holds the people of DEMO.md. */
public abstract class HumanResourcesContract {

    protected abstract HumanResources humanResources();

    @Test
    void registeredChannelsAreKnown() {
        Contact ada = new Contact("+4915550000001", "ada.lindqvist@home.example");
        assertThat(humanResources().contactOf("ada.lindqvist")).contains(ada);
        assertThat(humanResources().contactOf("ADA.lindqvist")).contains(ada);
    }

    @Test
    void theServiceAccountHasNoChannel() {
        assertThat(humanResources().contactOf("svc-backup")).contains(new Contact(null, null));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"nobody", "%", "' OR '1'='1"})
    void anybodyElseIsUnknown(String login) {
        assertThat(humanResources().contactOf(login)).isEmpty();
    }
}
