package org.deskwright.process.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Proves every version again on which something still runs: the proof may have learned a rule since it was deployed, and what
 * it calls may have been redrawn. It only tells, for nothing acts without a clearance; whether to end such work is for people.
 */
@Component
public class RunningVersions {

    private static final Logger LOG = LoggerFactory.getLogger(RunningVersions.class);

    private final RepositoryService repository;
    private final ManagementService management;
    private final AuditLog audit;

    RunningVersions(RepositoryService repository, ManagementService management, AuditLog audit) {
        this.repository = repository;
        this.management = management;
        this.audit = audit;
    }

    /** With the latest versions of all other processes, for those are what it calls, and what calls it. */
    public void prove() {
        List<ProcessDefinitionStatistics> running = management.createProcessDefinitionStatisticsQuery().list().stream()
                .filter(version -> version.getInstances() > 0).toList();
        if (running.isEmpty()) {
            return;
        }
        Map<String, Drawing> latest = new LinkedHashMap<>();
        repository.createProcessDefinitionQuery().latestVersion().list().forEach(version -> read(version).forEach(drawing -> latest.put(version.getKey(), drawing)));
        running.forEach(version -> prove(version, latest));
    }

    private void prove(ProcessDefinitionStatistics version, Map<String, Drawing> latest) {
        List<Drawing> drawn = read(version);
        if (drawn.isEmpty()) {
            tell(version, "the proof cannot read it any more");
        }
        for (Drawing drawing : drawn) {
            Map<String, Drawing> drawings = new LinkedHashMap<>(latest);
            drawings.put(version.getKey(), drawing);
            new DiagramProof(drawings.values()).findings(drawing::equals).forEach(finding -> tell(version, finding.text()));
        }
    }

    /** @return nothing if it cannot be read */
    private List<Drawing> read(ProcessDefinition version) {
        try (InputStream model = repository.getProcessModel(version.getId())) {
            return Drawings.read(version.getResourceName(), model.readAllBytes()).stream().filter(drawing -> drawing.id().equals(version.getKey())).toList();
        } catch (Unreadable unreadable) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(ProcessDefinitionStatistics version, String why) {
        LOG.warn("{} still run on version {} of {}, which would be refused today; end them in Cockpit to hand their tickets to people. {}",
                version.getInstances(), version.getVersion(), version.getKey(), why);
        audit.write(null, "RUNNING_VERSION_REFUSED", Actor.performer("proof"), Map.of("process", version.getKey(), "version", version.getVersion(),
                "instances", version.getInstances(), "finding", why));
    }
}
