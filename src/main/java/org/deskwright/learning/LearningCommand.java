package org.deskwright.learning;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.spi.ToolProvider;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the commands about models have in common: they need no desk, and a refusal is a sentence and exit status 2. */
public abstract class LearningCommand implements Callable<Integer>, ToolProvider {

    private static final int DONE = 0;
    private static final int REFUSED = 2;

    @Spec
    private CommandSpec spec;

    @Override
    public int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(this).setOut(out).setErr(err).execute(arguments);
    }

    @Override
    public Integer call() {
        try {
            work();
            return DONE;
        } catch (Refusal refusal) {
            spec.commandLine().getErr().println(refusal.getMessage());
            return REFUSED;
        }
    }

    protected abstract void work() throws Refusal;

    protected void say(String format, Object... values) {
        spec.commandLine().getOut().println(String.format(Locale.ROOT, format, values));
    }

    TextModel trained(Path file, LabelledTexts texts, Glossary glossary) throws Refusal {
        if (texts.withoutText() + texts.withoutLabel() > 0) {
            say("Left out of %s: %,d rows without text, %,d without label", file, texts.withoutText(), texts.withoutLabel());
        }
        try (TrainingBar bar = new TrainingBar()) {
            return Training.train(texts.history(), glossary, Clock.systemUTC(), bar);
        } catch (Unlearnable e) {
            throw new Refusal("Nothing can be learned from %s: %s".formatted(file, e.getMessage()));
        }
    }

    protected static TextModel loaded(Path file) throws Refusal {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Refusal("%s cannot be read: give the path of a model that \"train\" has written".formatted(file));
        }
        try {
            return new ModelFile(file).load();
        } catch (IOException e) {
            throw new Refusal("%s cannot be used: %s".formatted(file, e.getMessage()));
        }
    }

    /** Asked before the work, not after it. */
    protected static void writable(Path file) throws Refusal {
        Path folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Refusal("%s cannot be written: there is no folder %s, and it cannot be made".formatted(file, folder));
        }
        if (Files.isDirectory(file) || !Files.isWritable(folder) || Files.exists(file) && !Files.isWritable(file)) {
            throw new Refusal("%s cannot be written".formatted(file));
        }
    }

    static void write(Path file, String content) throws Refusal {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new Refusal("%s cannot be written: %s".formatted(file, e.getMessage()));
        }
    }
}
