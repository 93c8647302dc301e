package org.deskwright.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.RepositoryService;

/** The table of performers as a risk owner would change it in the Modeler, and back again. */
public final class PerformerRows {

    private static final Path TABLE = Path.of("decisions", "performer.dmn");

    private final RepositoryService repository;
    private String table = read();

    public PerformerRows(RepositoryService repository) {
        this.repository = repository;
    }

    /** @param rule id of a row; what else was changed before stays */
    public void deploy(String rule, String first, String then, String last, String model) {
        table = cell(cell(cell(cell(table, rule + "_first", first), rule + "_then", then), rule + "_finally", last), rule + "_model", model);
        deploy();
    }

    public void shipped() {
        table = read();
        deploy();
    }

    private void deploy() {
        repository.createDeployment().addString("decisions/performer.dmn", table).deploy();
    }

    private static String cell(String table, String id, String word) {
        Matcher cell = Pattern.compile("(<outputEntry id=\"%s\">\\s*<text>)[^<]*".formatted(id)).matcher(table);
        if (!cell.find()) {
            throw new IllegalArgumentException("There is no cell " + id);
        }
        return cell.replaceFirst("$1\"" + word + "\"");
    }

    private static String read() {
        try {
            return Files.readString(TABLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
