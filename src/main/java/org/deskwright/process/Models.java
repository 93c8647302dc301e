package org.deskwright.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the analysts' folders: from beside the application where they stand there, else from the jar. Processes and
 * forms are one deployment, new only as a whole, so that what binds to each other stays together; each table is one of its
 * own.
 */
@Component
class Models {

    private static final Logger LOG = LoggerFactory.getLogger(Models.class);

    private final RepositoryService repository;
    private final ResourcePatternResolver resources;

    Models(RepositoryService repository, ResourcePatternResolver resources) {
        this.repository = repository;
        this.resources = resources;
    }

    void deploy() {
        DeploymentBuilder processes = repository.createDeployment().name("processes").source("desk").enableDuplicateFiltering(false);
        List<Resource> diagrams = find("processes", "bpmn");
        List<Resource> forms = find("forms", "form");
        diagrams.forEach(resource -> add(processes, "processes", resource));
        forms.forEach(resource -> add(processes, "forms", resource));
        processes.deploy();
        List<Resource> tables = find("decisions", "dmn");
        tables.forEach(table -> {
            DeploymentBuilder decision = repository.createDeployment().name(table.getFilename()).source("desk").enableDuplicateFiltering(true);
            add(decision, "decisions", table);
            decision.deploy();
        });
        LOG.info("Models: {} processes, {} tables, {} forms", diagrams.size(), tables.size(), forms.size());
    }

    private List<Resource> find(String folder, String extension) {
        List<Resource> beside = list("file:./%s/*.%s".formatted(folder, extension));
        return beside.isEmpty() ? list("classpath:/%s/*.%s".formatted(folder, extension)) : beside;
    }

    private List<Resource> list(String pattern) {
        try {
            return Arrays.stream(resources.getResources(pattern)).filter(Resource::exists)
                    .sorted(Comparator.comparing(Resource::getFilename)).toList();
        } catch (IOException missing) {
            return List.of();
        }
    }

    private static void add(DeploymentBuilder deployment, String folder, Resource resource) {
        try (InputStream content = resource.getInputStream()) {
            deployment.addInputStream(folder + "/" + resource.getFilename(), content);
        } catch (IOException e) {
            throw new IllegalStateException("%s cannot be read".formatted(resource), e);
        }
    }
}
