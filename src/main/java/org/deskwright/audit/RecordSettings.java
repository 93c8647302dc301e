package org.deskwright.audit;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param origin      name of this record for outsiders, like an address without scheme; part of the key, so it stays
 * @param key         file with the signing key; made at the first start. Back it up apart from the database
 * @param checkpoints file to which signed heads are appended; its copy in other hands shows a record that was cut off
 */
@ConfigurationProperties("desk.record")
record RecordSettings(String origin, Path key, Path checkpoints) {
}
