package org.deskwright.command;

import java.util.ServiceLoader;
import java.util.spi.ToolProvider;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code java -jar deskwright.jar <command>}; without a command the desk itself starts. A command that belongs to another
 * package registers as a tool, as the JDK's own do, so that no package needs to know another for it.
 */
@Command(name = "deskwright", description = "Without a command, the desk starts.", mixinStandardHelpOptions = true,
        subcommands = IntakeCommand.class)
public final class Commands {

    private Commands() {
    }

    /** Whether the first argument is one of ours. */
    public static boolean isCommand(String argument) {
        return line().getSubcommands().containsKey(argument) || argument.equals("--help") || argument.equals("-h");
    }

    /** Whether the first argument is for the desk that starts, as {@code --server.port=8081} is. */
    public static boolean isSetting(String argument) {
        return argument.startsWith("--") && !isCommand(argument);
    }

    /**
     * A misspelt command starts nothing, and says what there is.
     *
     * @return the exit status
     */
    public static int run(String... arguments) {
        CommandLine line = line();
        if (isCommand(arguments[0])) {
            return line.execute(arguments);
        }
        line.getErr().printf("There is no command \"%s\".%n%n", arguments[0]);
        line.usage(line.getErr());
        return CommandLine.ExitCode.USAGE;
    }

    private static CommandLine line() {
        CommandLine line = new CommandLine(new Commands());
        ServiceLoader.load(ToolProvider.class).stream().filter(tool -> tool.type().isAnnotationPresent(Command.class))
                .map(ServiceLoader.Provider::get).forEach(line::addSubcommand);
        return line;
    }
}
