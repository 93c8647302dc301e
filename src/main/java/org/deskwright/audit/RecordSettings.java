package org.deskwright.audit;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param origin      name of this record for outsiders, like an address without scheme; part of the key, so it stays
 * @param key         file with the signing key; made at the first start. Back it up apart from the database
 * @param checkpoints file to which signed heads are appended; its copy in other hands shows a record that was cut off
 * @param retention   so long entries are kept, at least a day; what goes later leaves its hash behind
 */
@ConfigurationProperties("desk.record")
record RecordSettings(String origin, Path key, Path checkpoints, Duration retention) {

    RecordSettings {
        if (retention.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("desk.record.retention is %s; a day (1d) is the least, and 180d what is asked for in most places".formatted(retention));
        }
    }
}
