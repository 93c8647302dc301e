package org.deskwright.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;

import org.deskwright.inference.Keys;
import org.deskwright.inference.ModelKey;
import org.deskwright.inference.ModelPrice;
import org.deskwright.inference.ModelSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://models.example.org", "https://models.example.org:8443/v1", "http://127.0.0.1:11434", "http://localhost:8000/v1", "http://[::1]:8000"})
    void theAddressIsTheConfiguredOne(String address) {
        assertThat(CheckedSettings.address(at(address), "https://vendor.example.org")).hasToString(address);
    }

    @Test
    void withoutOneItIsTheVendors() {
        assertThat(CheckedSettings.address(with(null, ModelKey.NONE), "https://vendor.example.org")).hasToString("https://vendor.example.org");
        assertThatIllegalArgumentException().isThrownBy(() -> CheckedSettings.address(with(null, ModelKey.NONE), null)).withMessageContaining("address");
    }

    @Test
    void slashesAtItsEndDoNotCount() {
        assertThat(CheckedSettings.address(at("https://models.example.org/v1//"), null)).hasToString("https://models.example.org/v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://models.example.org", "http://127.0.0.1.example.org", "http://localhost.example.org", "http://127.0.0.1@example.org",
        "https://user:word@example.org", "https://example.org?x=1", "https://example.org#x", "https://example.org/%2e%2e", "ftp://example.org", "file:/etc",
        "example.org", "http://0.0.0.0:80", "HTTP://example.org"})
    void noTextTravelsOpenlyOrElsewhere(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> CheckedSettings.address(at(address), "https://vendor.example.org"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "line\nend", "line\r\nX-Other: 1", "schlüssel", "\t"})
    void aKeyThatWouldBreakTheHeaderIsRefusedWithoutBeingQuoted(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> CheckedSettings.key(with(null, Keys.of(key)), true))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "evil.example.org/", "a b", ".hidden", "a@b", "a:1", "a?b", "a#b"})
    void whatBecomesPartOfAnAddressIsOneWord(String account) {
        assertThatIllegalArgumentException().isThrownBy(() -> CheckedSettings.word(with(null, ModelKey.NONE), "an account", account));
    }

    private static ModelSettings at(String address) {
        return with(URI.create(address), ModelKey.NONE);
    }

    private static ModelSettings with(URI address, ModelKey key) {
        return new ModelSettings("m1", "some", address, "model", null, null, key, Duration.ofSeconds(1), 1, ModelPrice.FREE);
    }
}
