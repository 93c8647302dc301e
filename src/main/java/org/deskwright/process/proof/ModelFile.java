package org.deskwright.process.proof;

import java.beans.Introspector;
import java.util.List;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.util.StringUtils;

/** Finds in a file what deployment finds in the engine: elements as the engine reads them, and delegates by their classes. */
final class ModelFile {

    private static final String DELEGATES = "org.deskwright.process.";

    private ModelFile() {
    }

    static List<Finding> foreignCode(String file, Element definitions) {
        return ForeignCode.in(definitions, ModelFile::isDelegate).stream().map(fault -> new Finding(file, null, fault.id(),
                "%s: %s".formatted(fault.id(), fault.what()), null, List.of(fault.id()), fault.remedy())).toList();
    }

    /** A delegate's bean has the name of its class; to look at all of them takes half a second. */
    private static boolean isDelegate(String bean) {
        String type = StringUtils.capitalize(bean);
        try {
            Class<?> found = Class.forName(DELEGATES + type, false, ModelFile.class.getClassLoader());
            return bean.equals(Introspector.decapitalize(type)) && JavaDelegate.class.isAssignableFrom(found) && !found.isInterface();
        } catch (ClassNotFoundException | NoClassDefFoundError none) { // the latter where the disk takes capitals for small letters
            return false;
        }
    }
}
