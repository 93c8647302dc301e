package org.deskwright;

import java.time.Clock;

import org.deskwright.command.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.retry.annotation.EnableRetry;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the desk, or runs the command that is named. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableRetry(order = 0)
@EnableScheduling
public class Deskwright {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && !Commands.isSetting(arguments[0])) {
            System.exit(Commands.run(arguments));
        }
        SpringApplication.run(Deskwright.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
