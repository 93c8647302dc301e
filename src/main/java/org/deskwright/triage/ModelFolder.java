package org.deskwright.triage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.deskwright.learning.Glossary;
import org.deskwright.learning.ModelFile;
import org.deskwright.learning.TextModel;
import org.deskwright.learning.Training;
import org.deskwright.ticket.Category;
import org.deskwright.ticket.Taxonomy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The files of models on this node, each named by its hash. One that is missing or damaged comes from the database: it could
 * not be learned again, for the words that it was learned from may be gone by then, as they should.
 */
@Component
class ModelFolder {

    private static final Logger LOG = LoggerFactory.getLogger(ModelFolder.class);

    private final TriageSettings settings;
    private final ModelRows rows;
    private final Set<String> categories;

    ModelFolder(TriageSettings settings, ModelRows rows, Taxonomy taxonomy) {
        this.settings = settings;
        this.rows = rows;
        this.categories = taxonomy.categories().stream().map(Category::id).collect(Collectors.toSet());
    }

    Glossary glossary() {
        return Glossary.read(settings.application());
    }

    /** What the model's file holds. */
    byte[] written(TextModel model) throws IOException {
        Path fresh = Files.createTempFile("deskwright", ".model");
        try {
            new ModelFile(fresh).save(model);
            return Files.readAllBytes(fresh);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** @throws UnusableModel if it is nowhere whole, or was made in another way than this version's or for other categories */
    TextModel load(String hash) throws UnusableModel {
        ModelFile file = new ModelFile(settings.model().resolve(hash + ".model"));
        try {
            if (!isWhole(file, hash)) {
                file.save(fetched(hash));
            }
            return fitting(file.load());
        } catch (IOException e) {
            throw new UnusableModel(e.toString());
        }
    }

    private byte[] fetched(String hash) throws UnusableModel {
        Optional<byte[]> content = rows.content(hash);
        if (content.isEmpty()) {
            throw new UnusableModel("the database does not hold it");
        }
        if (!ModelFile.hash(content.get()).equals(hash)) {
            throw new UnusableModel("what the database holds of it was changed");
        }
        return content.get();
    }

    private TextModel fitting(TextModel model) throws UnusableModel {
        if (!Training.recipe(glossary()).equals(model.provenance().recipe())) {
            throw new UnusableModel("glossary or settings have changed since it was trained");
        }
        Optional<String> unknown = model.categories().stream().filter(category -> !categories.contains(category)).findFirst();
        if (unknown.isPresent()) {
            throw new UnusableModel("it knows the category %s, which the taxonomy has no more".formatted(unknown.get()));
        }
        return model;
    }

    private static boolean isWhole(ModelFile file, String hash) throws IOException {
        boolean isWhole = file.exists() && ModelFile.hash(Files.readAllBytes(file.path())).equals(hash);
        if (file.exists() && !isWhole) {
            LOG.warn("The file {} is damaged, and replaced by what the database holds", file.path());
        }
        return isWhole;
    }
}
