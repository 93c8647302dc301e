package org.deskwright.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.deskwright.Deskwright;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows of the map, and what keeps a newcomer oriented: one test per rule, each seen to fail. */
class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.deskwright");
    private static final int LONGEST_FILE = 250;

    @Test
    void packagesImportOnlyWhatTheMapAllows() {
        ApplicationModules.of(Deskwright.class).verify();
    }

    @Test
    void onlyProcessKnowsTheEngine() {
        HouseRules.engineOnlyInProcess().check(MAIN);
    }

    @Test
    void onlyConnectorsKnowVendorsAndSockets() {
        HouseRules.vendorsOnlyInConnectors().check(MAIN);
    }

    @Test
    void commandsSpeakHttpAlone() {
        HouseRules.commandsSpeakHttpAlone().check(MAIN);
    }

    @Test
    void onlyLearningLearns() {
        HouseRules.onlyLearningLearns().check(MAIN);
    }

    @Test
    void onlyReadingKnowsMarkupAndLanguages() {
        HouseRules.markupOnlyInReading().check(MAIN);
    }

    @Test
    void modelsGetNoToolsAndNoMemory() {
        HouseRules.noToolsNoMemory().check(MAIN);
    }

    @Test
    void connectorsAreStrangersToOneAnother() {
        HouseRules.connectorsAreStrangers().check(MAIN);
    }

    @Test
    void workPackagesAreStrangersToOneAnother() {
        HouseRules.workPackagesAreStrangers().check(MAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"process", "connector", "portal", "cockpit"})
    void nothingImportsAnEdge(String edge) {
        HouseRules.nobodyImports(edge).check(MAIN);
    }

    @Test
    void delegatesArePackagePrivate() {
        HouseRules.delegatesArePackagePrivate().check(MAIN);
    }

    @Test
    void namesSayWhatAThingIs() {
        HouseRules.plainNames().check(new ClassFileImporter().importPackages("org.deskwright"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"governance.Clearance", "identity.VerifiedSubject"})
    void proofsAreMadeByTheirOwnPackageAlone(String proof) {
        assertAll(() -> HouseRules.onlyMadeByItsOwnPackage(proof).check(MAIN),
                () -> HouseRules.onlyCalledFrom(proof, proof.substring(0, proof.indexOf('.'))).check(MAIN));
    }

    @Test
    void dependenciesComeThroughTheConstructor() {
        assertAll(() -> HouseRules.noFieldInjection().check(MAIN), () -> HouseRules.oneConstructor().check(MAIN));
    }

    @Test
    void onlyResolutionActsOnOtherSystems() {
        assertAll(() -> HouseRules.onlyResolutionActs("identity.AccessGroups", Set.of("add", "remove")).check(MAIN),
                () -> HouseRules.onlyResolutionActs("identity.IdentityProvider", Set.of("sendResetLink", "cancelResetLink")).check(MAIN));
    }

    @Test
    void everyPackageSaysWhyItExists() throws IOException {
        for (Path folder : packages()) {
            Path sentence = folder.resolve("package-info.java");
            assertThat(sentence).exists();
            assertThat(Files.readString(sentence)).as(sentence.toString()).containsPattern("(?s)^/\\*\\*.{10,}?\\.\\s+\\*/");
        }
    }

    @Test
    void noFileHoldsTwoIdeas() throws IOException {
        for (Path source : Stream.concat(sources("src/main/java"), sources("src/test/java")).toList()) {
            assertThat(Files.readAllLines(source)).as(source.toString()).hasSizeLessThanOrEqualTo(LONGEST_FILE);
        }
    }

    private static List<Path> packages() throws IOException {
        return sources("src/main/java").map(Path::getParent).distinct().filter(folder -> !folder.endsWith("org/deskwright")).toList();
    }

    private static Stream<Path> sources(String root) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }
}
