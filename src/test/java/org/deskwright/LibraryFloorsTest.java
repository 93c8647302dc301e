package org.deskwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No library with a known hole is on the class path; the reasons stand in config/known-vulnerabilities.md. */
class LibraryFloorsTest {

    private static final Pattern JAR = Pattern.compile("/([^/]+?)-(\\d[^/]*)\\.jar!");

    private final Map<String, String> versions = versions();

    @ParameterizedTest
    @CsvSource({"tomcat-embed-core, 10.1.61", "tomcat-embed-el, 10.1.61", "jackson-core, 2.21.5", "jackson-databind, 2.21.5",
        "jackson-datatype-jsr310, 2.21.5", "jackson-dataformat-yaml, 2.21.5", "postgresql, 42.7.14", "h2, 2.4.240"})
    void floorsHold(String library, String floor) {
        assertThat(versions).containsKey(library);
        assertThat(isBelow(versions.get(library), floor)).as("%s %s is below %s", library, versions.get(library), floor).isFalse();
    }

    /** Whoever brings Keycloak into the build brings the check of the server's version at start. */
    @Test
    void noKeycloakWithoutItsFloor() {
        assertThat(versions.keySet()).noneMatch(library -> library.startsWith("keycloak"));
    }

    @Test
    void versionsAreComparedAsNumbers() {
        assertThat(isBelow("10.1.9", "10.1.61")).isTrue();
        assertThat(isBelow("10.1.61", "10.1.61")).isFalse();
        assertThat(isBelow("11.0.0-M1", "10.1.61")).isFalse();
    }

    private static boolean isBelow(String version, String floor) {
        return Arrays.compare(numbers(version), numbers(floor)) < 0;
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("-")[0].split("\\.")).filter(part -> part.matches("\\d+")).mapToInt(Integer::parseInt).toArray();
    }

    private static Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        try {
            for (URL manifest : Collections.list(LibraryFloorsTest.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
                Matcher jar = JAR.matcher(manifest.getPath());
                if (jar.find()) {
                    versions.put(jar.group(1), jar.group(2));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return versions;
    }
}
