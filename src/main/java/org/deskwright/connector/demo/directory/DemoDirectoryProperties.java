package org.deskwright.connector.demo.directory;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param directoryPort on 127.0.0.1; 0 takes any free one
 */
@ConfigurationProperties("desk.demo")
record DemoDirectoryProperties(@DefaultValue("10389") int directoryPort) {
}
