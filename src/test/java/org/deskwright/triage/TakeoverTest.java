package org.deskwright.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.deskwright.DeskTest;
import org.deskwright.audit.AuditLog;
import org.deskwright.ticket.Taxonomy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node that has another model in memory, or on its disk, or none. */
@DeskTest
@ExtendWith(OutputCaptureExtension.class)
class TakeoverTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private LearnedModels models;
    @Autowired
    private JdbcClient jdbc;
    @TempDir
    private Path folder;

    @AfterEach
    void shippedAgain() {
        if (!models.active().isShipped()) {
            models.returnTo(LearnedModel.SHIPPED, "noor.ali", "Test over");
        }
        NewModel.answering(context);
    }

    @Test
    void aNodeThatLacksTheFileGetsItAndOneThatIsDamagedIsReplaced(CapturedOutput output) throws IOException {
        NewModel model = new NewModel(context, "quoll");
        String hash = adopted(model);
        ActiveClassifier node = node(folder);
        assertThat(answering(node)).isEqualTo(model.dataHash());
        Path file = folder.resolve(hash + ".model");
        assertThat(file).exists();
        Files.writeString(file, "something else");
        assertThat(answering(node(folder))).isEqualTo(model.dataHash());
        assertThat(output).contains("is damaged, and replaced");
        assertThat(models.active().hash()).isEqualTo(hash);
    }

    @Test
    void whatCannotBeUsedIsReplacedByTheShippedModelOnceAndSaidSo(CapturedOutput output) {
        String hash = adopted(new NewModel(context, "numbat"));
        jdbc.sql("update classifier_model set content = ? where hash = ?").params("changed by somebody".getBytes(), hash).update();
        ActiveClassifier node = node(folder);
        assertThat(answering(node)).isEqualTo(NewModel.shipped(context));
        node.look();
        assertThat(node.isAsNamed()).isFalse();
        assertThat(output).containsOnlyOnce("the classifier answers with that of the shipped history").contains("was changed");
        assertThat(jdbc.sql("select count(*) from record.entry where kind = 'MODEL_UNUSABLE'").query(Integer.class).single()).isOne();
        models.returnTo(LearnedModel.SHIPPED, "noor.ali", "It is damaged");
        node.look();
        assertThat(node.isAsNamed()).isTrue();
    }

    private String adopted(NewModel model) {
        String hash = model.propose("noor.ali");
        models.adopt(hash, "grace.kim", "DW-0");
        return hash;
    }

    private ActiveClassifier node(Path folder) {
        AwaitedModel shipped = context.getBean(AwaitedModel.class);
        TriageSettings settings = new TriageSettings(folder, context.getBean(TriageSettings.class).application());
        ActiveClassifier node = new ActiveClassifier(shipped, models, new ModelFolder(settings, context.getBean(ModelRows.class), context.getBean(Taxonomy.class)),
                context.getBean("auditLog", AuditLog.class));
        node.afterSingletonsInstantiated();
        return node;
    }

    private static String answering(ActiveClassifier node) {
        return node.classify("", "the router of page 7").confidence().dataHash();
    }
}
