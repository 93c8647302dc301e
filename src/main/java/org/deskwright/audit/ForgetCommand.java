package org.deskwright.audit;

import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Has the record forget a person: their key is destroyed, what it hid stays hidden, and the tree stays as it is. */
@Command(name = "forget", mixinStandardHelpOptions = true, description = "Destroys a person's key: nobody reads what the record holds about them any more.")
final class ForgetCommand implements Callable<Integer> {

    private static final int ACCEPTED = 202;

    @ParentCommand
    private AuditCommand audit;
    @Mixin
    private DeskLogin where;
    @Parameters(paramLabel = "PERSON", description = "login, or mail address")
    private String person;
    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for the record")
    private String reason;

    @Override
    public Integer call() {
        return audit.saying(() -> {
            int status = where.post("audit/erasures", CanonicalJson.JSON.writeValueAsString(Map.of("person", person, "reason", reason)));
            audit.out().printf(status == ACCEPTED ? "%s decided something that is on the record: they are forgotten when another person of the group security demands the same within %d days%n"
                    : "%s is forgotten: the entries stay and are still proved, and nobody reads what they hid%n", person, SecondWord.COUNTS.toDays());
            return AuditCommand.SOUND;
        });
    }
}
