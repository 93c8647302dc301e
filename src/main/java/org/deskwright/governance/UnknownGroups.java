package org.deskwright.governance;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.deskwright.identity.Directory;
import org.deskwright.identity.DirectoryUnavailable;
import org.deskwright.identity.Standing;
import org.deskwright.ticket.Taxonomy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Which groups the configuration speaks of and the directory does not show: whether an account is ordinary nobody knows then, as
 * it may be one that they should protect. At the start that is said.
 */
@Component
class UnknownGroups {

    private static final Logger LOG = LoggerFactory.getLogger(UnknownGroups.class);

    private final Directory directory;
    private final Standing standing;
    private final Taxonomy taxonomy;

    UnknownGroups(Directory directory, Standing standing, Taxonomy taxonomy) {
        this.directory = directory;
        this.standing = standing;
        this.taxonomy = taxonomy;
    }

    /** A directory that is away stops nobody: nothing is done alone while it cannot be asked. */
    @EventListener(ApplicationReadyEvent.class)
    void report() {
        try {
            Set<String> unknown = find();
            if (!unknown.isEmpty()) {
                LOG.warn("The directory does not show the groups {}, which desk.standing or taxonomy.yaml names: whom they should keep from being "
                        + "touched without a person nobody knows, and so nothing is done alone. Are they called otherwise?", unknown);
            }
        } catch (DirectoryUnavailable away) {
            LOG.warn("Whether the directory has all groups that desk.standing and taxonomy.yaml name is not known, it does not answer: {}", away.getMessage());
        }
    }

    /** @throws DirectoryUnavailable if it cannot be asked */
    Set<String> find() {
        return directory.missing(Stream.concat(standing.named(), taxonomy.staffGroups().stream()).map(String::strip).collect(Collectors.toSet()));
    }
}
