package org.deskwright.faultrun;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Directory and mail server in a process of their own, which outlives every kill of the desk. Arguments: a folder for
 * {@code effects.jsonl} and {@code ports}, and how many people there are. A line on standard input says how to answer from
 * then on; when there is nobody left to write one, the targets end as well.
 */
final class TargetSystems {

    static final String EFFECTS = "effects.jsonl";
    static final String PORTS = "ports";

    private TargetSystems() {
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Manners manners = new Manners();
        try (EffectLog log = new EffectLog(folder.resolve(EFFECTS));
             BufferedReader orders = new BufferedReader(new InputStreamReader(System.in))) {
            int ldap = new DirectoryTarget(Integer.parseInt(arguments[1]), log, manners).start();
            int smtp = new MailTarget(log, manners).start();
            Path half = Files.writeString(folder.resolve("half"), ldap + " " + smtp);
            Files.move(half, folder.resolve(PORTS), StandardCopyOption.ATOMIC_MOVE);
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                manners.become(Manners.Answer.valueOf(order));
            }
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}
