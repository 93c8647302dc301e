package org.deskwright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"It is ex-40213.|EX-40213", "My monitor EX-LT-0877 flickers|EX-LT-0877", "Bitte PRN-OSL-02 leeren|PRN-OSL-02", "asset 40917 is gone|40917",
        "Serial on the back: 000418872205|000418872205", "S/N 7xk2q04, please|7XK2Q04", "Die Seriennummer lautet 418-77-302|418-77-302", "Numéro de série : 0004-1150|0004-1150",
        "el número de serie del monitor es 77-20418|77-20418", "o número de inventário é 88123|88123", "the hostname is exl-bld-03|EXL-BLD-03", "The Ricoh outside Oslo|Ricoh", "our HP LaserJet M507 jams|HP LaserJet M507"})
    void whatTellsADeviceFromOthersIsRead(String text, String asset) {
        assertThat(Readers.slots(text).assets()).containsExactly(asset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"my ex-colleague left", "error E-551 at tray 2", "DW-1001 is still open", "the monitor is 2 years old", "the serial interface is dead", "XEX-40213", "my brother broke it",
        "COVID-19 and ISO-9001", "asset\n40917"})
    void whatIsNoNumberOfADeviceIsNone(String text) {
        assertThat(Readers.slots(text).assets()).isEmpty();
    }

    @Test
    void eachStandsThereOnce() {
        assertThat(Readers.slots("asset EX-40213, that is ex-40213").assets()).containsExactly("EX-40213");
    }

    @Test
    void anOrganisationSaysHowItWritesThem(@TempDir Path application) throws Exception {
        Path file = application.resolve("config/reading/assets.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "shape: QQ??000\n");
        TextReader reader = TextReader.of(application);
        assertThat(reader.read("", "qqab123, EX-40213 and QQ1B123", Context.NONE).slots().assets()).isEqualTo(List.of("QQAB123"));
    }

    /** A megabyte of what nearly fits must take no longer than any other text. */
    @Test
    void nothingTakesLong() {
        assertThat(Readers.slots("EX-" + "a-".repeat(500_000)).assets()).isEmpty();
        assertThat(Readers.slots("serial " + "--".repeat(500_000)).assets()).isEmpty();
    }
}
