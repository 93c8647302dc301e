package org.deskwright.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code java -jar deskwright.jar <command>}; without a command the desk itself starts. */
@Command(name = "deskwright", description = "Without a command, the desk starts.", mixinStandardHelpOptions = true,
        subcommands = IntakeCommand.class)
public final class Commands {

    private Commands() {
    }

    /** Whether the first argument is one of ours, and not for the desk. */
    public static boolean isCommand(String argument) {
        CommandLine line = new CommandLine(new Commands());
        return line.getSubcommands().containsKey(argument) || argument.equals("--help") || argument.equals("-h");
    }

    /** @return the exit status */
    public static int run(String... arguments) {
        return new CommandLine(new Commands()).execute(arguments);
    }
}
