package org.deskwright.process.proof;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves diagrams in files, as deployment does, with no desk running: for a save hook, or before "Deploy". */
@Command(name = "check", mixinStandardHelpOptions = true,
        description = "Proves that no way through the diagrams of a folder leads to an action without clearance.")
public final class CheckCommand implements Callable<Integer>, ToolProvider {

    private static final int PROVEN = 0;
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;

    @Spec
    private CommandSpec spec;
    @Parameters(paramLabel = "FOLDER", description = "Folder with .bpmn files, which call one another or nobody")
    private Path folder;

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
        if (!Files.isDirectory(folder)) {
            return misused("%s is no folder: name the one that holds the diagrams".formatted(folder));
        }
        List<Path> files = diagrams();
        if (files.isEmpty()) {
            return misused("%s holds no .bpmn file".formatted(folder));
        }
        List<Finding> findings = new ArrayList<>();
        Map<String, Drawing> drawings = new LinkedHashMap<>();
        for (Path file : files) {
            read(file, drawings, findings);
        }
        findings.addAll(new DiagramProof(drawings.values()).findings());
        findings.forEach(finding -> out.println(finding.text()));
        out.printf("%d diagrams in %d ms: %s%n", files.size(), (System.nanoTime() - start) / 1_000_000,
                findings.isEmpty() ? "no action without clearance" : "refused for %d reasons".formatted(findings.size()));
        return findings.isEmpty() ? PROVEN : REFUSED;
    }

    private static void read(Path file, Map<String, Drawing> drawings, List<Finding> findings) throws IOException {
        try {
            for (Drawing drawing : Drawings.read(file)) {
                Drawing other = drawings.putIfAbsent(drawing.id(), drawing);
                if (other != null) {
                    throw new Unreadable("the process %s stands in %s, too".formatted(drawing.id(), other.file()));
                }
            }
        } catch (Unreadable unreadable) {
            findings.add(new Finding(file.toString(), null, null, unreadable.getMessage(), null, List.of(), "save it anew from the Modeler, or take it out of the folder"));
        }
    }

    private List<Path> diagrams() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).filter(Files::isRegularFile).sorted().toList();
        }
    }

    private int misused(String why) {
        spec.commandLine().getErr().println(why);
        return MISUSED;
    }
}
