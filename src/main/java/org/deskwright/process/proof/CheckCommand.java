package org.deskwright.process.proof;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

import org.camunda.bpm.engine.impl.util.xml.Element;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves diagrams in files, as deployment does, with no desk running: for a save hook, or before "Deploy". */
@Command(name = "check", mixinStandardHelpOptions = true,
        description = "Proves that no way through diagrams, and through those they call, leads to an action without clearance.")
public final class CheckCommand implements Callable<Integer>, ToolProvider {

    private static final int PROVEN = 0;
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;

    @Spec
    private CommandSpec spec;
    @Parameters(arity = "1..*", paramLabel = "FOLDER or FILE", description = "Folders with .bpmn files, and single ones, which call others of their folder or nobody")
    private List<Path> given;

    @Override
    public String name() {
        return "check";
    }

    @Override
    public int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(this).setOut(out).setErr(err).execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        long start = System.nanoTime();
        Set<Path> files = new LinkedHashSet<>();
        Set<Path> beside = new LinkedHashSet<>();
        for (Path path : given) {
            List<Path> named = diagrams(path, Integer.MAX_VALUE);
            if (named.isEmpty()) {
                return misused(Files.isDirectory(path) ? "%s holds no .bpmn file".formatted(path) : "%s is no folder and no .bpmn file".formatted(path));
            }
            files.addAll(named);
            if (!Files.isDirectory(path)) {
                beside.addAll(diagrams(path.resolveSibling(""), 1));
            }
        }
        beside.removeAll(files);
        List<Finding> findings = findings(files, beside);
        findings.forEach(finding -> out.println(finding.text()));
        out.printf("%d diagrams in %d ms: %s%n", files.size(), (System.nanoTime() - start) / 1_000_000,
                findings.isEmpty() ? "no action without clearance" : "refused for %d reasons".formatted(findings.size()));
        return findings.isEmpty() ? PROVEN : REFUSED;
    }

    /** As at deployment: those files and whatever calls them; the others are there to be called. */
    private static List<Finding> findings(Set<Path> files, Set<Path> beside) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Map<String, Drawing> drawings = new LinkedHashMap<>();
        for (Path file : files) {
            read(file, drawings, findings);
        }
        Set<Drawing> asked = Set.copyOf(drawings.values());
        for (Path file : beside) {
            read(file, drawings, new ArrayList<>());
        }
        findings.addAll(new DiagramProof(drawings.values()).findings(asked::contains));
        return findings;
    }

    private static void read(Path file, Map<String, Drawing> drawings, List<Finding> findings) throws IOException {
        try {
            Element definitions = Drawings.definitions(file);
            for (Drawing drawing : Drawings.of(file.toString(), definitions)) {
                Drawing other = drawings.putIfAbsent(drawing.id(), drawing);
                if (other != null) {
                    throw new Unreadable("the process %s stands in %s, too".formatted(drawing.id(), other.file()));
                }
            }
            findings.addAll(ModelFile.foreignCode(file.toString(), definitions));
        } catch (Unreadable unreadable) {
            findings.add(unreadable.finding(file.toString()));
        }
    }

    private static List<Path> diagrams(Path path, int depth) throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(path, depth)) {
            return files.map(Path::normalize).filter(file -> file.toString().endsWith(".bpmn")).filter(Files::isRegularFile).sorted().toList();
        }
    }

    private int misused(String why) {
        spec.commandLine().getErr().println(why);
        return MISUSED;
    }
}
