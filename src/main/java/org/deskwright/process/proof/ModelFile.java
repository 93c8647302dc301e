package org.deskwright.process.proof;

import java.beans.Introspector;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Finds in a file what deployment finds in the engine: elements as the engine reads them, and delegates by their classes. */
final class ModelFile {

    private static final Set<String> DELEGATES = delegates();

    private ModelFile() {
    }

    static List<Finding> foreignCode(String file, byte[] content) {
        return ForeignCode.in(Definitions.read(content), DELEGATES::contains).stream().map(fault -> new Finding(file, null, fault.id(),
                "%s: %s".formatted(fault.id(), fault.what()), null, List.of(fault.id()), fault.remedy())).toList();
    }

    private static Set<String> delegates() {
        ClassPathScanningCandidateComponentProvider classes = new ClassPathScanningCandidateComponentProvider(false);
        classes.addIncludeFilter(new AssignableTypeFilter(JavaDelegate.class));
        return classes.findCandidateComponents("org.deskwright.process").stream()
                .map(type -> Introspector.decapitalize(ClassUtils.getShortName(type.getBeanClassName()))).collect(Collectors.toUnmodifiableSet());
    }
}
