package org.deskwright.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** What HOUSE.md says about packages and names, in a form that can be checked. */
final class HouseRules {

    private static final String ROOT = "org.deskwright.";
    private static final List<String> FORBIDDEN_ENDINGS = List.of("Manager", "Helper", "Util", "Utils", "Impl", "Base", "Dto",
            "DTO", "Handler", "Processor", "Info", "Data");
    private static final String[] SOCKETS_AND_VENDORS = {"java.net.http..", "javax.net..", "com.unboundid..",
        "com.icegreen..", "jakarta.mail..", "org.eclipse.angus..", "org.springframework.mail..", "org.springframework.web.client..",
        "org.springframework.web.reactive..", "org.springframework.http.client..", "org.springframework.ldap..", "org.apache.hc..",
        "org.apache.http..", "org.keycloak..", "software.amazon..", "org.springframework.ai..",
        "com.slack..", "com.twilio.."};
    private static final DescribedPredicate<JavaClass> A_SOCKET = DescribedPredicate.describe("a socket or a URL connection",
            type -> type.getPackageName().equals("java.net")
                    && Pattern.matches(".*(Socket|SocketFactory|SocketChannel|URLConnection)|URL", type.getSimpleName())
                    || type.getFullName().equals("org.jsoup.Connection"));

    private HouseRules() {
    }

    static ArchRule engineOnlyInProcess() {
        return noClasses().that().resideOutsideOfPackages(in("process"), in("cockpit"))
                .should().dependOnClassesThat().resideInAPackage("org.camunda..")
                .because("process is the only code that knows the workflow engine");
    }

    /** The command line has an HTTP client of its own: it speaks to the desk from outside. */
    static ArchRule vendorsOnlyInConnectors() {
        return noClasses().that().resideOutsideOfPackages(in("connector"), in("command"))
                .should().dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(SOCKETS_AND_VENDORS).or(A_SOCKET))
                .because("a connector is the only code that knows a vendor or opens a socket");
    }

    static ArchRule commandsSpeakHttpAlone() {
        return noClasses().that().resideInAPackage(in("command"))
                .should().dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(SOCKETS_AND_VENDORS)
                        .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("java.net.http.."))))
                .allowEmptyShould(true).because("a command speaks to a running desk over its public API");
    }

    static ArchRule onlyLearningLearns() {
        return noClasses().that().resideOutsideOfPackage(in("learning"))
                .should().dependOnClassesThat().resideInAPackage("de.bwaldvogel..");
    }

    /** What a person would see of a text is for one package to say. */
    static ArchRule markupOnlyInReading() {
        return noClasses().that().resideOutsideOfPackage(in("reading"))
                .should().dependOnClassesThat().resideInAnyPackage("org.jsoup..", "com.github.pemistahl..");
    }

    /** CVE-2026-59318: Spring AI's own chat models run tools that a model names, offered or not; of the library only the wire formats are used. */
    static ArchRule noToolsNoMemory() {
        return noClasses().should().dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage("org.springframework.ai.chat..",
                "org.springframework.ai.tool..", "org.springframework.ai.model.tool..", "org.springframework.ai.vectorstore..")
                .or(JavaClass.Predicates.resideInAPackage("org.springframework.ai..").and(JavaClass.Predicates.simpleNameEndingWith("ChatModel"))));
    }

    static ArchRule connectorsAreStrangers() {
        return SlicesRuleDefinition.slices().matching(ROOT + "connector.(*)..").should().notDependOnEachOther();
    }

    static ArchRule workPackagesAreStrangers() {
        return SlicesRuleDefinition.slices().matching(ROOT + "(intake|triage|knowledge|drafting|review|resolution)..")
                .should().notDependOnEachOther().because("the BPMN diagram is what joins them");
    }

    static ArchRule nobodyImports(String edge) {
        return noClasses().that().resideOutsideOfPackage(in(edge)).should().dependOnClassesThat().resideInAPackage(in(edge))
                .allowEmptyShould(true).because("edges touch the world; nothing imports them");
    }

    static ArchRule delegatesArePackagePrivate() {
        return classes().that().areAssignableTo(ROOT + "process.Delegate").should().bePackagePrivate();
    }

    static ArchRule plainNames() {
        return noClasses().should(ArchConditions.be(DescribedPredicate.describe("named after a technique",
                type -> FORBIDDEN_ENDINGS.stream().anyMatch(type.getSimpleName()::endsWith))));
    }

    /** What proves something can be made only by the package that knows it to be true. */
    static ArchRule onlyMadeByItsOwnPackage(String proof) {
        return classes().that().haveFullyQualifiedName(ROOT + proof).should().haveModifier(JavaModifier.FINAL)
                .andShould(ArchConditions.be(DescribedPredicate.describe("made by its own package alone", HouseRules::isMadeInItsPackage)));
    }

    private static boolean isMadeInItsPackage(JavaClass type) {
        return type.getConstructors().stream().noneMatch(constructor -> constructor.getModifiers().contains(JavaModifier.PUBLIC)
                || constructor.getModifiers().contains(JavaModifier.PROTECTED));
    }

    static ArchRule onlyCalledFrom(String proof, String owner) {
        return noClasses().that().resideOutsideOfPackage(in(owner)).should().callConstructorWhere(
                DescribedPredicate.describe("makes a " + proof, call -> call.getTargetOwner().getFullName().equals(ROOT + proof)));
    }

    static ArchRule noFieldInjection() {
        return fields().should().notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .andShould().notBeAnnotatedWith("jakarta.inject.Inject").andShould().notBeAnnotatedWith("jakarta.annotation.Resource")
                .andShould().notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value");
    }

    static ArchRule oneConstructor() {
        return noConstructors().should().beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .because("a bean with one constructor needs no annotation");
    }

    /** Whoever changes another system goes through a clearance and the ledger. */
    static ArchRule onlyResolutionActs(String port, Set<String> methods) {
        return noClasses().that().resideOutsideOfPackages(in("resolution"), in("connector"))
                .should().accessTargetWhere(DescribedPredicate.<JavaAccess<?>>describe("acts through " + port, access -> acts(access, port, methods)));
    }

    private static boolean acts(JavaAccess<?> access, String port, Set<String> methods) {
        return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target && methods.contains(target.getName())
                && target.getOwner().isAssignableTo(ROOT + port);
    }

    private static String in(String aPackage) {
        return ROOT + aPackage + "..";
    }
}
