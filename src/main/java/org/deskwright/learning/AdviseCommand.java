package org.deskwright.learning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says from which confidence on each category could go its way alone, and proposes a table of thresholds that says so. */
@Command(name = "advise", mixinStandardHelpOptions = true,
        description = "Proposes a thresholds.dmn by what a model's held-out tickets turned out to be. Nothing is deployed.")
public final class AdviseCommand extends LearningCommand {

    @Option(names = "--model", required = true, paramLabel = "MODEL", description = "A model that \"train\" has written")
    private Path model;
    @Option(names = "--target", paramLabel = "SHARE", description = "Precision to keep, with 95 %% confidence (default: ${DEFAULT-VALUE})")
    private String target = "0.95";
    @Option(names = "--table", paramLabel = "FILE", description = "Present table (default: decisions/thresholds.dmn, or else the one in the jar)")
    private Path table;
    @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write the proposed table to, for instance proposals/thresholds.dmn")
    private Path out;

    @Override
    public String name() {
        return "advise";
    }

    @Override
    protected void work() throws Refusal {
        double precision = precision();
        Path place = out.toAbsolutePath().normalize();
        if (place.startsWith(Path.of("decisions").toAbsolutePath()) || table != null && place.equals(table.toAbsolutePath().normalize())) {
            throw new Refusal("%s is the present table, or a place that the desk deploys from: a proposal is for a risk owner to read first, so give another, "
                    .formatted(out) + "for instance proposals/thresholds.dmn");
        }
        writable(out);
        TrainedModel trained = loaded(model).trained();
        List<Advice> advice = IntStream.range(0, trained.categories().size())
                .mapToObj(category -> Advice.of(category, trained.categories().get(category), trained.heldOut(), precision)).toList();
        say("To be right %s of the time, with 95 %% confidence, by %,d held-out tickets:", target, trained.heldOut().size());
        advice.forEach(each -> say("  " + each.sentence().replace("%", "%%")));
        Proposal proposal = Proposal.of(present(), advice);
        if (proposal.differences().isEmpty()) {
            throw new Refusal("No row of the table speaks of a category that this model knows, so there is nothing to propose");
        }
        say("What that means for the table:");
        proposal.differences().forEach(difference -> say("  " + difference.replace("%", "%%")));
        try {
            write(out, proposal.xml());
        } catch (IOException e) {
            throw new Refusal("The table cannot be changed: " + e.getMessage());
        }
        say("%s: open it in the Modeler; it counts when a risk owner deploys it, and not before", out);
    }

    private double precision() throws Refusal {
        if (!target.matches("0?\\.[0-9]{1,4}") || Double.parseDouble(target) < 0.5) {
            throw new Refusal("--target takes a share from 0.5 to 0.9999, for instance: --target .95");
        }
        return Double.parseDouble(target);
    }

    private ThresholdTable present() throws Refusal {
        try {
            return table == null ? ThresholdTable.present(Path.of("")) : ThresholdTable.read(table);
        } catch (IOException e) {
            throw new Refusal("%s cannot be used: %s".formatted(table == null ? ThresholdTable.FILE : table, e.getMessage()));
        }
    }
}
