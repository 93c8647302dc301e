package org.deskwright.command;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;

import org.deskwright.DeskTestEnvironment;
import org.junit.jupiter.api.Test;

/** Whoever asks a desk that is not there is told so. */
class RecordOverHttpTest {

    @Test
    void whereNoDeskRunsItSaysSo() {
        URI nowhere = URI.create("http://127.0.0.1:" + DeskTestEnvironment.freePort());
        assertThatThrownBy(() -> new RecordOverHttp().get(nowhere, "lena.fischer", "demo", "audit/key")).isInstanceOf(IOException.class)
                .hasMessageContaining("The desk at " + nowhere + " does not answer").hasMessageContaining("Is it running?");
    }
}
